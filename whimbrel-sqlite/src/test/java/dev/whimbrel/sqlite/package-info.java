/** Tests of the SQLite dialect, on real databases. */
@NullMarked
package dev.whimbrel.sqlite;

import org.jspecify.annotations.NullMarked;
