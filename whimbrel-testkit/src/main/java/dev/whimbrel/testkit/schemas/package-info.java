/** Schemas out of thin air, changes to them, and rows that fit. */
@NullMarked
package dev.whimbrel.testkit.schemas;

import org.jspecify.annotations.NullMarked;
