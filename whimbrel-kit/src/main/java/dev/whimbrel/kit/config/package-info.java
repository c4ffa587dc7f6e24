/** What a project says of itself in its configuration file. */
@NullMarked
package dev.whimbrel.kit.config;

import org.jspecify.annotations.NullMarked;
