/**
 * Judges the statements of scripts, generated or written by hand, by their words and by what was
 * seen.
 */
@NullMarked
package dev.whimbrel.review.script;

import org.jspecify.annotations.NullMarked;
