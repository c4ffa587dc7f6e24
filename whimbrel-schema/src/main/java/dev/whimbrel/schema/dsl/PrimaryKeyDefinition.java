package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.List;
import java.util.Optional;

/** A primary key that is being declared. */
public final class PrimaryKeyDefinition implements ConstraintDefinition {
  private final TableDefinition table;
  private final Optional<String> name;
  private List<Column<?>> columns = List.of();

  PrimaryKeyDefinition(TableDefinition table, Optional<String> name) {
    this.table = table;
    this.name = name;
  }

  /** The columns, in the order of the key. */
  public PrimaryKeyDefinition on(Column<?>... parts) {
    columns = List.of(parts);
    return this;
  }

  boolean covers(Column<?> column) {
    return columns.stream().anyMatch(part -> part.name().equals(column.name()));
  }

  @Override
  public Constraint.PrimaryKey constraint(Tables tables) {
    List<String> names = table.own("the primary key", columns);
    return new Constraint.PrimaryKey(
        name.orElseGet(() -> table.naming().primaryKey(table.objectName().name(), names)), names);
  }
}
