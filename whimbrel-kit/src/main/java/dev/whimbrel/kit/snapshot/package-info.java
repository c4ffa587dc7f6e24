/** Schemas written down as JSON, and read again. */
@NullMarked
package dev.whimbrel.kit.snapshot;

import org.jspecify.annotations.NullMarked;
