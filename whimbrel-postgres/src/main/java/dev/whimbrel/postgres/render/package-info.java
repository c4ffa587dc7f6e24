/** Changes as PostgreSQL's SQL. */
@NullMarked
package dev.whimbrel.postgres.render;

import org.jspecify.annotations.NullMarked;
