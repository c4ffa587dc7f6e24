/** As much JSON as the files of other migration tools need, without a library. */
@NullMarked
package dev.whimbrel.migrate.json;

import org.jspecify.annotations.NullMarked;
