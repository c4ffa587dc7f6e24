package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.ArrayList;
import java.util.List;

/** A foreign key to a table that is only named: of another value type, or not of this schema. */
public final class NamedForeignKeyDefinition implements ConstraintDefinition {
  private final TableDefinition table;
  private final ObjectName referenced;
  private final ForeignKeyShape shape;
  private final List<Column<?>> columns = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();

  NamedForeignKeyDefinition(
      TableDefinition table, ObjectName referenced, List<ForeignKeyOption> options) {
    this.table = table;
    this.referenced = referenced;
    this.shape = ForeignKeyShape.of(options);
  }

  /** A column here and the name of the one there; the compiler does not check it. */
  public NamedForeignKeyDefinition on(Column<?> here, String there) {
    columns.add(here);
    targets.add(there);
    return this;
  }

  @Override
  public Constraint constraint(Tables tables) {
    return shape.between(table, table.own("a foreign key", columns), referenced, targets);
  }
}
