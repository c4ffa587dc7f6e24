/** Hands out empty PostgreSQL databases to try things in. */
@NullMarked
package dev.whimbrel.scratch;

import org.jspecify.annotations.NullMarked;
