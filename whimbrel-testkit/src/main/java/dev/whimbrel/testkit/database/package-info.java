/** Databases for tests: empty when they are handed out, gone when they are closed. */
@NullMarked
package dev.whimbrel.testkit.database;

import org.jspecify.annotations.NullMarked;
