/** The shape of a database as a value: schema, table, column, constraint, index, view. */
@NullMarked
package dev.whimbrel.schema;

import org.jspecify.annotations.NullMarked;
