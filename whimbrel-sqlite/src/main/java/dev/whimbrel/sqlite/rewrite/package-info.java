/** Says changes in the words SQLite knows: a table that ALTER cannot change is built anew. */
@NullMarked
package dev.whimbrel.sqlite.rewrite;

import org.jspecify.annotations.NullMarked;
