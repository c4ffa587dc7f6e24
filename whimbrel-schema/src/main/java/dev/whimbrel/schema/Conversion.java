package dev.whimbrel.schema;

/**
 * What makes the values of a column when it gets another type.
 *
 * @param table the table under its new name
 * @param value an expression over the columns of the row as they were
 */
public record Conversion(ObjectName table, String column, Expression value) {}
