/** How PostgreSQL spells names, types and literals. */
@NullMarked
package dev.whimbrel.postgres.spell;

import org.jspecify.annotations.NullMarked;
