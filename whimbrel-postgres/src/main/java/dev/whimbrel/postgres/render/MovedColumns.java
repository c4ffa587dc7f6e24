package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;
import static java.util.stream.Collectors.toSet;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that one plan takes from a table and gives to its heirs, or the other way round. They
 * stay in the heirs, and so do their values.
 */
final class MovedColumns {
  private final Set<Place> added = new HashSet<>();
  private final Set<Place> dropped = new HashSet<>();

  /** What is added to one table and dropped from another; mostly nothing, which is soon told. */
  private final Set<Form> crossing;

  /** A column as far as it is the same in a parent and in its heirs. */
  private record Form(String name, DataType type) {
    static Form of(Column column) {
      return new Form(column.name(), column.type());
    }
  }

  private record Place(ObjectName table, Form column) {
    static Place of(ObjectName table, Column column) {
      return new Place(table, Form.of(column));
    }
  }

  MovedColumns(List<Change> plan) {
    for (Change change : plan) {
      switch (change) {
        case Change.AddColumn(var table, var column) -> added.add(Place.of(table, column));
        case Change.DropColumn(var table, var column) -> dropped.add(Place.of(table, column));
        default -> {}
      }
    }
    Set<Form> gone = dropped.stream().map(Place::column).collect(toSet());
    crossing = added.stream().map(Place::column).filter(gone::contains).collect(toSet());
  }

  /** What the change is for such a column; absent if it is about another. */
  Optional<List<Statement>> render(Change change, Schema there) {
    return switch (change) {
      case Change.AddColumn(var table, var column) when crossing.contains(Form.of(column)) ->
          added(table, column, there);
      case Change.DropColumn(var table, var column) when crossing.contains(Form.of(column)) ->
          dropped(table, column, there);
      default -> Optional.empty();
    };
  }

  private Optional<List<Statement>> added(ObjectName table, Column column, Schema there) {
    if (isHeirs(table, column, there)) {
      return Optional.of(List.of());
    }
    List<ObjectName> heirs = heirs(table, column, there);
    return heirs.isEmpty() ? Optional.empty() : Optional.of(takenOver(table, column, heirs));
  }

  private Optional<List<Statement>> dropped(ObjectName table, Column column, Schema there) {
    if (isHeirs(table, column, there)) {
      return Optional.of(List.of());
    }
    return heirs(table, column, there).isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                Statement.of(
                    "ALTER TABLE ONLY %s DROP COLUMN %s"
                        .formatted(quoted(table), quoted(column.name())))));
  }

  private boolean isHeirs(ObjectName heir, Column column, Schema there) {
    return there.findTable(heir).stream()
        .anyMatch(table ->
            there
                .tables()
                .filter(parent -> Kin.of(table).inherits(parent.name()))
                .anyMatch(parent -> moves(parent.name(), heir, column)));
  }

  private List<ObjectName> heirs(ObjectName parent, Column column, Schema there) {
    return there
        .tables()
        .filter(table -> Kin.of(table).inherits(parent))
        .map(Table::name)
        .filter(heir -> moves(parent, heir, column))
        .toList();
  }

  private boolean moves(ObjectName parent, ObjectName heir, Column column) {
    Place above = Place.of(parent, column);
    Place below = Place.of(heir, column);
    return (added.contains(above) && dropped.contains(below))
        || (dropped.contains(above) && added.contains(below));
  }

  /** A column can only be one that is inherited if it comes from the parent. */
  private List<Statement> takenOver(ObjectName parent, Column column, List<ObjectName> heirs) {
    var statements = new ArrayList<Statement>();
    String name = quoted(column.name());
    String aside = quoted(Identifier.aside(column.name()));
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
