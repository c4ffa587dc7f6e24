/** The command line: parses, calls one use case, shows its result. */
@NullMarked
package dev.whimbrel.cli;

import org.jspecify.annotations.NullMarked;
