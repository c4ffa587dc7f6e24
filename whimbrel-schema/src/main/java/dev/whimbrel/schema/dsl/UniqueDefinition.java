package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.List;
import java.util.Optional;

/** A unique constraint that is being declared. */
public final class UniqueDefinition implements ConstraintDefinition {
  private final TableDefinition table;
  private final Optional<String> name;
  private List<Column<?>> columns = List.of();
  private boolean nullsNotDistinct;

  UniqueDefinition(TableDefinition table, Optional<String> name) {
    this.table = table;
    this.name = name;
  }

  /** The columns in which no two rows agree. */
  public UniqueDefinition on(Column<?>... parts) {
    columns = List.of(parts);
    return this;
  }

  /** Two nulls count as equal. */
  public UniqueDefinition nullsNotDistinct() {
    nullsNotDistinct = true;
    return this;
  }

  @Override
  public Constraint constraint(Tables tables) {
    List<String> names = table.own("a unique constraint", columns);
    String known = name.orElseGet(() -> table.naming().unique(table.objectName().name(), names));
    return new Constraint.Unique(known, names, nullsNotDistinct);
  }
}
