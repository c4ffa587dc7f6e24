/** Reads PostgreSQL's catalogues, a fixed number of queries whatever is there. */
@NullMarked
package dev.whimbrel.postgres.inspect;

import org.jspecify.annotations.NullMarked;
