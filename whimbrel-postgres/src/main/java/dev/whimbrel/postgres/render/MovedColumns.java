package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that one plan takes from a table and gives to its heirs, or the other way round. They
 * stay in the heirs, and so do their values.
 */
record MovedColumns(List<Change> plan, Schema there) {
  /** What the change is for such a column; absent if it is about another. */
  Optional<List<Statement>> render(Change change) {
    return switch (change) {
      case Change.AddColumn(var table, var column) when isHeirs(table, column) ->
          Optional.of(List.of());
      case Change.DropColumn(var table, var column) when isHeirs(table, column) ->
          Optional.of(List.of());
      case Change.AddColumn(var table, var column) when !heirs(table, column).isEmpty() ->
          Optional.of(takenOver(table, column));
      case Change.DropColumn(var table, var column) when !heirs(table, column).isEmpty() ->
          Optional.of(
              List.of(
                  Statement.of(
                      "ALTER TABLE ONLY %s DROP COLUMN %s"
                          .formatted(quoted(table), quoted(column.name())))));
      default -> Optional.empty();
    };
  }

  private boolean isHeirs(ObjectName heir, Column column) {
    return there.findTable(heir).stream()
        .anyMatch(table ->
            there
                .tables()
                .filter(parent -> Kin.of(table).inherits(parent.name()))
                .anyMatch(parent -> moves(parent.name(), heir, column)));
  }

  private List<ObjectName> heirs(ObjectName parent, Column column) {
    return there
        .tables()
        .filter(table -> Kin.of(table).inherits(parent))
        .map(Table::name)
        .filter(heir -> moves(parent, heir, column))
        .toList();
  }

  private boolean moves(ObjectName parent, ObjectName heir, Column column) {
    return (adds(parent, column) && drops(heir, column))
        || (drops(parent, column) && adds(heir, column));
  }

  private boolean adds(ObjectName table, Column column) {
    return plan.stream()
        .anyMatch(change ->
            change instanceof Change.AddColumn(var where, var added)
                && where.equals(table)
                && added.name().equals(column.name())
                && added.type().equals(column.type()));
  }

  private boolean drops(ObjectName table, Column column) {
    return plan.stream()
        .anyMatch(change ->
            change instanceof Change.DropColumn(var where, var gone)
                && where.equals(table)
                && gone.name().equals(column.name())
                && gone.type().equals(column.type()));
  }

  /** A column can only be one that is inherited if it comes from the parent. */
  private List<Statement> takenOver(ObjectName parent, Column column) {
    var statements = new ArrayList<Statement>();
    String name = quoted(column.name());
    String aside = quoted(Identifier.cut("whimbrel_old_" + column.name()));
    List<ObjectName> heirs = heirs(parent, column);
    heirs.forEach(heir ->
        statements.add(
            Statement.of(
                "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(quoted(heir), name, aside))));
    statements.add(
        Statement.of(
            "ALTER TABLE %s ADD COLUMN %s"
                .formatted(quoted(parent), ColumnSql.definition(column, false))));
    for (ObjectName heir : heirs) {
      statements.add(
          Statement.of("UPDATE ONLY %s SET %s = %s".formatted(quoted(heir), name, aside)));
      statements.add(Statement.of("ALTER TABLE %s DROP COLUMN %s".formatted(quoted(heir), aside)));
    }
    return statements;
  }
}
