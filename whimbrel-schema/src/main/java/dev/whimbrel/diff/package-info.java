/** Finds the changes that lead from one schema to another. */
@NullMarked
package dev.whimbrel.diff;

import org.jspecify.annotations.NullMarked;
