/** How things are to be called, and which columns are to have an index. */
@NullMarked
package dev.whimbrel.review.naming;

import org.jspecify.annotations.NullMarked;
