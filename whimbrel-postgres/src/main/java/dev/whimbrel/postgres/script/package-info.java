/** Takes scripts apart as psql does. */
@NullMarked
package dev.whimbrel.postgres.script;

import org.jspecify.annotations.NullMarked;
