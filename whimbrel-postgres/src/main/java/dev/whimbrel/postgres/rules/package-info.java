/** Dangers that only PostgreSQL knows. */
@NullMarked
package dev.whimbrel.postgres.rules;

import org.jspecify.annotations.NullMarked;
