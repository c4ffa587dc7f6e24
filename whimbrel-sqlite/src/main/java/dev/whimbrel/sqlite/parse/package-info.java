/** Reads SQL as SQLite does: tokens, statements, and what it keeps in sqlite_schema. */
@NullMarked
package dev.whimbrel.sqlite.parse;

import org.jspecify.annotations.NullMarked;
