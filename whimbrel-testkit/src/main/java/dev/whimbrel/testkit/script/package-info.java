/** Random schemas as scripts of SQL, of every kind of thing that a database has. */
@NullMarked
package dev.whimbrel.testkit.script;

import org.jspecify.annotations.NullMarked;
