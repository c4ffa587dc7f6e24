/** Tells real differences between two schemas from differences in spelling. */
@NullMarked
package dev.whimbrel.kit.compare;

import org.jspecify.annotations.NullMarked;
