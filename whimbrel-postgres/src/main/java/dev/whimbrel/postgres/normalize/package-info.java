/** The normal form, with a server and without one. */
@NullMarked
package dev.whimbrel.postgres.normalize;

import org.jspecify.annotations.NullMarked;
