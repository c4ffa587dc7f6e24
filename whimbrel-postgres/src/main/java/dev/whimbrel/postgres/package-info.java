/** The PostgreSQL dialect: how it spells, inspects, parses and locks. */
@NullMarked
package dev.whimbrel.postgres;

import org.jspecify.annotations.NullMarked;
