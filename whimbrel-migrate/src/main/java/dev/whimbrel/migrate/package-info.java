/** The door for applications that migrate when they start. */
@NullMarked
package dev.whimbrel.migrate;

import org.jspecify.annotations.NullMarked;
