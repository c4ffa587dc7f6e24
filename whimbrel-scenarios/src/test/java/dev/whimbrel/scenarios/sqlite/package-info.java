/** Stories of SQLite alone: what other tools change, and what a process that is killed leaves. */
@NullMarked
package dev.whimbrel.scenarios.sqlite;

import org.jspecify.annotations.NullMarked;
