/** What one database product must say of itself, as a handful of small parts. */
@NullMarked
package dev.whimbrel.dialect;

import org.jspecify.annotations.NullMarked;
