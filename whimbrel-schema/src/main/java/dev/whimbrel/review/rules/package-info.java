/** Rules about statements that hold on every database, one to a file. */
@NullMarked
package dev.whimbrel.review.rules;

import org.jspecify.annotations.NullMarked;
