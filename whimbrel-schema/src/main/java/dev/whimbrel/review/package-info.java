/** Looks for danger in a plan, one rule to a kind of danger. */
@NullMarked
package dev.whimbrel.review;

import org.jspecify.annotations.NullMarked;
