package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.ColumnClause;
import dev.whimbrel.sqlite.parse.Names;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that make a table and its indexes. */
final class TableSql {
  private final Table table;

  TableSql(Table table) {
    this.table = table;
  }

  /** CREATE TABLE under another name: its references to itself still say its own. */
  String create(ObjectName name) {
    Stream<String> columns = table.columns().stream().map(this::column);
    Stream<String> constraints =
        table.constraints().stream()
            .filter(Predicate.not(this::within))
            .map(ConstraintSql::definition);
    String options = String.join(", ", table.options());
    return "CREATE TABLE "
        + Words.quoted(name)
        + Stream.concat(columns, constraints).collect(Collectors.joining(",\n\t", " (\n\t", "\n)"))
        + (options.isEmpty() ? "" : " " + options);
  }

  Stream<String> createIndexes() {
    return table.indexes().stream().map(index -> createIndex(table.name(), index));
  }

  static String createIndex(ObjectName table, Index index) {
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + Names.quoted(index.name())
        + " ON "
        + Words.quoted(table)
        + index.parts().stream().map(TableSql::part).collect(Collectors.joining(",", " (", ")"))
        + index.where().map(condition -> " WHERE " + condition).orElse("");
  }

  private static String part(Index.Part part) {
    return (part.expression() ? part.text() : Names.quoted(part.text()))
        + part.collation().map(name -> " COLLATE " + Names.inExpression(name)).orElse("")
        + (part.descending() ? " DESC" : "");
  }

  private String column(Column column) {
    String key =
        table.constraints().stream()
            .filter(this::within)
            .filter(constraint -> columns(constraint).equals(List.of(column.name())))
            .map(constraint -> key(constraint, column))
            .collect(Collectors.joining(" "));
    boolean said = clauses(column).anyMatch(ColumnClause::isNotNull);
    return ColumnSql.definition(said ? column.nullable(true) : column, key);
  }

  private static List<String> columns(Constraint constraint) {
    return ColumnClause.of(constraint)
        .map(clause -> List.of(clause.column()))
        .orElseGet(constraint::columns);
  }

  private Stream<ColumnClause> clauses(Column column) {
    return table.constraints().stream()
        .flatMap(constraint -> ColumnClause.of(constraint).stream())
        .filter(clause -> clause.column().equals(column.name()));
  }

  /** Whether the constraint is said within its column, as Drizzle says it. */
  private boolean within(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey(var name, var columns) -> columns.size() == 1;
      case Constraint.Unique(var name, var columns, var nulls) ->
          columns.size() == 1 && name.isEmpty();
      case Constraint.Check check -> false;
      case Constraint.ForeignKey key -> false;
      case Constraint.Verbatim verbatim -> ColumnClause.of(verbatim).isPresent();
    };
  }

  private static String key(Constraint constraint, Column column) {
    String words =
        switch (constraint) {
          case Constraint.PrimaryKey primary ->
              "PRIMARY KEY"
                  + (column.value() instanceof ValueSource.AutoIncrement ? " AUTOINCREMENT" : "");
          case Constraint.Verbatim verbatim ->
              ColumnClause.of(verbatim).map(ColumnClause::words).orElse("");
          default -> "UNIQUE";
        };
    return ConstraintSql.named(constraint) + words;
  }
}
