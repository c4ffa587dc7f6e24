/** Tests of the testkit's schemas. */
@NullMarked
package dev.whimbrel.testkit.schemas;

import org.jspecify.annotations.NullMarked;
