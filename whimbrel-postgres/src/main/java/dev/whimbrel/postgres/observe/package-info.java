/** Watches what statements do on a PostgreSQL server. */
@NullMarked
package dev.whimbrel.postgres.observe;

import org.jspecify.annotations.NullMarked;
