/** Tells renames from drops and adds: by hints, by decisions written down, by asking a person. */
@NullMarked
package dev.whimbrel.kit.rename;

import org.jspecify.annotations.NullMarked;
