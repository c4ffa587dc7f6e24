/** How migrations go on in the layouts of other tools, so that those tools go on as well. */
@NullMarked
package dev.whimbrel.kit.layout;

import org.jspecify.annotations.NullMarked;
