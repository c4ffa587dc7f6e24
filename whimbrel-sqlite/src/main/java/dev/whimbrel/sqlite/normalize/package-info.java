/** Spells a schema as SQLite would. */
@NullMarked
package dev.whimbrel.sqlite.normalize;

import org.jspecify.annotations.NullMarked;
