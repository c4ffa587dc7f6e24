/** Reads the schema of a live SQLite database. */
@NullMarked
package dev.whimbrel.sqlite.inspect;

import org.jspecify.annotations.NullMarked;
