/** How long statements take on SQLite, and how large its tables are. */
@NullMarked
package dev.whimbrel.sqlite.forecast;

import org.jspecify.annotations.NullMarked;
