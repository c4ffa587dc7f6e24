/** The command line, tried in process on real databases. */
@NullMarked
package dev.whimbrel.cli;

import org.jspecify.annotations.NullMarked;
