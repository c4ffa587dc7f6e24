/** Has migrations watched on a scratch server before they are judged. */
@NullMarked
package dev.whimbrel.kit.watch;

import org.jspecify.annotations.NullMarked;
