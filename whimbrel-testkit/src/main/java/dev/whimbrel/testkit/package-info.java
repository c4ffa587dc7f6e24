/** Laws and contracts that every dialect keeps, and databases to try them on. */
@NullMarked
package dev.whimbrel.testkit;

import org.jspecify.annotations.NullMarked;
