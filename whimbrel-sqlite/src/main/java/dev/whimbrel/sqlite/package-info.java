/** The SQLite dialect: how it spells, inspects, parses, locks and rebuilds. */
@NullMarked
package dev.whimbrel.sqlite;

import org.jspecify.annotations.NullMarked;
