/** What the Java spelling of a schema offers for SQLite alone. */
@NullMarked
package dev.whimbrel.sqlite.dsl;

import org.jspecify.annotations.NullMarked;
