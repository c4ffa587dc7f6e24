/** Tests of the testkit's laws. */
@NullMarked
package dev.whimbrel.testkit.laws;

import org.jspecify.annotations.NullMarked;
