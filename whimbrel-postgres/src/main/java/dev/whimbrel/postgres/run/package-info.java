/** Keeps runs apart and statements together. */
@NullMarked
package dev.whimbrel.postgres.run;

import org.jspecify.annotations.NullMarked;
