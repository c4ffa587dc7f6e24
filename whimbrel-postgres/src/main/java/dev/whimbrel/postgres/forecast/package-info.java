/** How long statements take on PostgreSQL, and what a server knows of its tables. */
@NullMarked
package dev.whimbrel.postgres.forecast;

import org.jspecify.annotations.NullMarked;
