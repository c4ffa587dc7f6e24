/** Stories a person can read, each a text file and a test. */
@NullMarked
package dev.whimbrel.testkit.scenario;

import org.jspecify.annotations.NullMarked;
