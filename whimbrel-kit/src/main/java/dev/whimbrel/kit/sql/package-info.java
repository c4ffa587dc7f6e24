/** A schema that is written as SQL: files, which an empty database reads for us. */
@NullMarked
package dev.whimbrel.kit.sql;

import org.jspecify.annotations.NullMarked;
