/** Tries migrations out where nothing can be lost: watches them, and proves their way back. */
@NullMarked
package dev.whimbrel.proof;

import org.jspecify.annotations.NullMarked;
