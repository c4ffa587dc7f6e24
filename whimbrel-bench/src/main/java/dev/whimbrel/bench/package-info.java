/** Measures Whimbrel as people run it, in turns with yardsticks and with other tools. */
@NullMarked
package dev.whimbrel.bench;

import org.jspecify.annotations.NullMarked;
