/** Stories that run against real databases, and the tests of the house itself. */
@NullMarked
package dev.whimbrel.scenarios;

import org.jspecify.annotations.NullMarked;
