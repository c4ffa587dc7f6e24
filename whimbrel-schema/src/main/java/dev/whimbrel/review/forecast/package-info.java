/** How long statements are going to take, and whom they keep waiting meanwhile. */
@NullMarked
package dev.whimbrel.review.forecast;

import org.jspecify.annotations.NullMarked;
