/** What the Java spelling of a schema offers for PostgreSQL alone. */
@NullMarked
package dev.whimbrel.postgres.dsl;

import org.jspecify.annotations.NullMarked;
