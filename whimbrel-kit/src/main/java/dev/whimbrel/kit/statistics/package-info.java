/** Numbers about a database that is in use, kept in a file. */
@NullMarked
package dev.whimbrel.kit.statistics;

import org.jspecify.annotations.NullMarked;
