/** Histories that other tools keep in databases: recognised, carried over, kept up to date. */
@NullMarked
package dev.whimbrel.migrate.adopt;

import org.jspecify.annotations.NullMarked;
