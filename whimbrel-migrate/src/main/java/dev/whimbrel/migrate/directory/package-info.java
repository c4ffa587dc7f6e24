/** Migrations as they lie on disk, in each of the layouts. */
@NullMarked
package dev.whimbrel.migrate.directory;

import org.jspecify.annotations.NullMarked;
