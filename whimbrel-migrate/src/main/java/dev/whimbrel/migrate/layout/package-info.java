/** The folders of migrations that other tools keep, each read as its tool reads it. */
@NullMarked
package dev.whimbrel.migrate.layout;

import org.jspecify.annotations.NullMarked;
