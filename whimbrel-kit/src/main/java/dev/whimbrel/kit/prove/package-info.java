/** Keeps beside migrations what was proved of them. */
@NullMarked
package dev.whimbrel.kit.prove;

import org.jspecify.annotations.NullMarked;
