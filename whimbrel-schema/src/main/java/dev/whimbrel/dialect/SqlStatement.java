package dev.whimbrel.dialect;

/**
 * One statement of a script.
 *
 * @param sql the text, without the closing semicolon
 * @param line where it begins, counted from 1
 */
public record SqlStatement(String sql, int line) {}
