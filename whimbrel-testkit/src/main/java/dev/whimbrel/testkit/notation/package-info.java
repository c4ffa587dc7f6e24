/** The text form of a schema, in which scenarios are written. */
@NullMarked
package dev.whimbrel.testkit.notation;

import org.jspecify.annotations.NullMarked;
