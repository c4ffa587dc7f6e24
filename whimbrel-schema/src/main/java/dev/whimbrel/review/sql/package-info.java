/** Reads what SQL statements say, as far as their words tell. */
@NullMarked
package dev.whimbrel.review.sql;

import org.jspecify.annotations.NullMarked;
