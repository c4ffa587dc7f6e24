/** Tests of the text form of a schema. */
@NullMarked
package dev.whimbrel.testkit.notation;

import org.jspecify.annotations.NullMarked;
