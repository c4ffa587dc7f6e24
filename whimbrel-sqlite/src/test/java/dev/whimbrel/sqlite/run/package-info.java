/** Tests of the SQLite dialect, on real databases. */
@NullMarked
package dev.whimbrel.sqlite.run;

import org.jspecify.annotations.NullMarked;
