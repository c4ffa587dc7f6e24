package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.List;
import java.util.function.Supplier;

/** A foreign key to whatever column is supplied once all tables are there. */
record SuppliedForeignKey(
    TableDefinition table,
    String column,
    Supplier<? extends Column<?>> target,
    List<ForeignKeyOption> options)
    implements ConstraintDefinition {
  @Override
  public Constraint constraint(Tables tables) {
    Column<?> there = target.get();
    TableDefinition other = tables.find(there.table().getClass(), table, List.of(column));
    return ForeignKeyShape.of(options)
        .between(table, List.of(column), other.objectName(), List.of(there.name()));
  }
}
