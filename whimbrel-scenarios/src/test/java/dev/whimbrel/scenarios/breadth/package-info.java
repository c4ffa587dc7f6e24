/** Random schemas with everything in them that PostgreSQL has. */
@NullMarked
package dev.whimbrel.scenarios.breadth;

import org.jspecify.annotations.NullMarked;
