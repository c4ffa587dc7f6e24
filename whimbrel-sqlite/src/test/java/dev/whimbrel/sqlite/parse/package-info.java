/** Tests of how SQLite's text is read. */
@NullMarked
package dev.whimbrel.sqlite.parse;

import org.jspecify.annotations.NullMarked;
