/** Builders that spell a schema in Java. */
@NullMarked
package dev.whimbrel.schema.dsl;

import org.jspecify.annotations.NullMarked;
