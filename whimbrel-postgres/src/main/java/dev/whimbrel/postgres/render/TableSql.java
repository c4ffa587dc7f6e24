package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.KeyText;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A whole table with all that belongs to it. */
final class TableSql {
  static final String UNLOGGED = "UNLOGGED";

  private TableSql() {}

  static List<Statement> create(Table table) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of(createTable(table)));
    table.constraints().stream()
        .filter(constraint -> later(table, constraint))
        .forEach(constraint -> statements.add(add(table, constraint)));
    table
        .indexes()
        .forEach(index -> statements.add(Statement.of(IndexSql.create(table.name(), index))));
    return statements;
  }

  /** The table with nothing but its columns. */
  static String bare(Table table) {
    return createTable(table.withConstraints(List.of()));
  }

  /** The constraints and indexes of a table that is there without them. */
  static List<Statement> parts(Table table) {
    var statements = new ArrayList<Statement>();
    table.constraints().forEach(each -> statements.add(add(table, each)));
    table
        .indexes()
        .forEach(index -> statements.add(Statement.of(IndexSql.create(table.name(), index))));
    return statements;
  }

  private static Statement add(Table table, Constraint constraint) {
    return Statement.of(
        "ALTER TABLE %s ADD %s"
            .formatted(quoted(table.name()), ConstraintSql.definition(constraint)));
  }

  /** What cannot be said with the table itself. */
  private static boolean later(Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Verbatim(var name, var definition) when definition.endsWith(" NOT VALID") ->
          true;
      case Constraint.Verbatim words when alike(table, words) || again(table, words) -> true;
      case Constraint.Unique unique when again(table, unique) -> true;
      default -> Kin.of(table).shaping();
    };
  }

  /** Two exclusions that are alike become one where they are made in one statement. */
  private static boolean alike(Table table, Constraint.Verbatim words) {
    return table
            .constraints(Constraint.Verbatim.class)
            .filter(each -> each.definition().equals(words.definition()))
            .count()
        > 1;
  }

  /** So do two keys over the same columns. */
  private static boolean again(Table table, Constraint key) {
    Optional<List<String>> columns =
        KeyText.of(key).filter(each -> !each.primary()).map(KeyText::columns);
    return columns.isPresent()
        && table.constraints().stream()
            .filter(each -> !each.equals(key))
            .anyMatch(each -> KeyText.of(each).map(KeyText::columns).equals(columns));
  }

  private static String createTable(Table table) {
    return Kin.of(table).shaping()
        ? head(table) + behind(table)
        : head(table) + " " + body(table) + behind(table);
  }

  private static String head(Table table) {
    String unlogged = table.options().contains(UNLOGGED) ? UNLOGGED + " " : "";
    return "CREATE " + unlogged + "TABLE " + quoted(table.name());
  }

  private static String body(Table table) {
    var lines = new ArrayList<String>();
    table
        .columns()
        .forEach(column -> lines.add(ColumnSql.definition(column, inline(table, column))));
    table.constraints().stream()
        .filter(constraint -> !ConstraintSql.inline(table, constraint) && !later(table, constraint))
        .map(ConstraintSql::definition)
        .forEach(lines::add);
    return lines.isEmpty()
        ? "()"
        : lines.stream().collect(Collectors.joining(",\n\t", "(\n\t", "\n)"));
  }

  private static String behind(Table table) {
    return table.options().stream()
        .filter(option -> !option.equals(UNLOGGED))
        .map(option -> " " + option)
        .collect(Collectors.joining());
  }

  private static boolean inline(Table table, Column column) {
    return table.constraints().stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .anyMatch(key -> ConstraintSql.inline(table, key) && key.columns().contains(column.name()));
  }
}
