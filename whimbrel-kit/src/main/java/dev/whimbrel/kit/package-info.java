/** What people do with Whimbrel, one use case to a class. */
@NullMarked
package dev.whimbrel.kit;

import org.jspecify.annotations.NullMarked;
