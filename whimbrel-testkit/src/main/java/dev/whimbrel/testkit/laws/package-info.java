/** What must hold for every schema, tried on many of them, and what every dialect must keep. */
@NullMarked
package dev.whimbrel.testkit.laws;

import org.jspecify.annotations.NullMarked;
