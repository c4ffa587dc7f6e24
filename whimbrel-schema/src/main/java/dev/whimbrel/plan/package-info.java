/** Puts changes into order and into SQL, forwards and back. */
@NullMarked
package dev.whimbrel.plan;

import org.jspecify.annotations.NullMarked;
