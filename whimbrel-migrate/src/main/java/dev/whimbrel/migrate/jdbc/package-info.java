/** Sessions over JDBC: one that acts, one that only records. */
@NullMarked
package dev.whimbrel.migrate.jdbc;

import org.jspecify.annotations.NullMarked;
