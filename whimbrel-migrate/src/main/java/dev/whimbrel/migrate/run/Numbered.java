package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.SqlStatement;

/**
 * A statement and its place in the script.
 *
 * @param number counted from 1
 * @param lasting whether what it sets lasts as long as the session
 */
record Numbered(int number, SqlStatement statement, boolean lasting) {}
