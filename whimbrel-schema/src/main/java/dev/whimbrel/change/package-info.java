/** The ways in which a schema can change, each a value with a meaning and an inverse. */
@NullMarked
package dev.whimbrel.change;

import org.jspecify.annotations.NullMarked;
