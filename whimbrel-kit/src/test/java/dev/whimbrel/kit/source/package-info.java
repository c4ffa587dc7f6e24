/** Tests of the places where a wanted schema is written. */
@NullMarked
package dev.whimbrel.kit.source;

import org.jspecify.annotations.NullMarked;
