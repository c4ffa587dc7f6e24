/** What a migration on SQLite needs around it: its transaction, its pragmas, its lock. */
@NullMarked
package dev.whimbrel.sqlite.run;

import org.jspecify.annotations.NullMarked;
