/** Tries the scratch server on real processes. */
@NullMarked
package dev.whimbrel.scratch;

import org.jspecify.annotations.NullMarked;
