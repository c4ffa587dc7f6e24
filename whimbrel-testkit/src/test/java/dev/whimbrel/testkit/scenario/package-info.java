/** Tests of the testkit's scenario. */
@NullMarked
package dev.whimbrel.testkit.scenario;

import org.jspecify.annotations.NullMarked;
