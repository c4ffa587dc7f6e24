/** What has to make way on PostgreSQL while something else changes. */
@NullMarked
package dev.whimbrel.postgres.rewrite;

import org.jspecify.annotations.NullMarked;
