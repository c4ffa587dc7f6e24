/** What people do to a database of their own while they develop, and never to another. */
@NullMarked
package dev.whimbrel.kit.develop;

import org.jspecify.annotations.NullMarked;
