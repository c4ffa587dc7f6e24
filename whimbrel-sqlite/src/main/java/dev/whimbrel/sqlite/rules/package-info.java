/** Dangers that only SQLite has. */
@NullMarked
package dev.whimbrel.sqlite.rules;

import org.jspecify.annotations.NullMarked;
