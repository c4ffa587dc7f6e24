/** What a new migration consists of: its name and its scripts. */
@NullMarked
package dev.whimbrel.kit.draft;

import org.jspecify.annotations.NullMarked;
