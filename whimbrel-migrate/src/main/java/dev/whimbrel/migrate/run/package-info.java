/** Decides which migrations are pending, and runs them one by one. */
@NullMarked
package dev.whimbrel.migrate.run;

import org.jspecify.annotations.NullMarked;
