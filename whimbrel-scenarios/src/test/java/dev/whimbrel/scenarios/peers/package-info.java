/** The cases of other tools, each led there and back. */
@NullMarked
package dev.whimbrel.scenarios.peers;

import org.jspecify.annotations.NullMarked;
