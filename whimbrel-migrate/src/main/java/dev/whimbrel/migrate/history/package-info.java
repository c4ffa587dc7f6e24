/** What ran in a database, and how far the running migration has come. */
@NullMarked
package dev.whimbrel.migrate.history;

import org.jspecify.annotations.NullMarked;
