/** Puts changes into SQLite's SQL. */
@NullMarked
package dev.whimbrel.sqlite.render;

import org.jspecify.annotations.NullMarked;
