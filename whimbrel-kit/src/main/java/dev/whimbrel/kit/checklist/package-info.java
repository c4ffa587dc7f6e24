/** Checklists for migrations, as far as a program can tick them. */
@NullMarked
package dev.whimbrel.kit.checklist;

import org.jspecify.annotations.NullMarked;
