/** Work that is done side by side. */
@NullMarked
package dev.whimbrel.work;

import org.jspecify.annotations.NullMarked;
