package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A foreign key over one column or several that is being declared, pair by pair.
 *
 * @param <T> the table it refers to
 */
public final class ForeignKeyDefinition<T extends TableDefinition> implements ConstraintDefinition {
  private final TableDefinition table;
  private final Class<T> referenced;
  private final ForeignKeyShape shape;
  private final List<Column<?>> columns = new ArrayList<>();
  private final List<Function<? super T, ? extends Column<?>>> targets = new ArrayList<>();

  ForeignKeyDefinition(TableDefinition table, Class<T> referenced, List<ForeignKeyOption> options) {
    this.table = table;
    this.referenced = referenced;
    this.shape = ForeignKeyShape.of(options);
  }

  /** A column here and the one there that it equals. */
  public <V> ForeignKeyDefinition<T> on(
      Column<V> here, Function<? super T, ? extends Column<V>> there) {
    columns.add(here);
    targets.add(there);
    return this;
  }

  @Override
  public Constraint constraint(Tables tables) {
    List<String> here = table.own("a foreign key", columns);
    T other = tables.find(referenced, table, here);
    List<Column<?>> there = new ArrayList<>();
    targets.forEach(target -> there.add(tables.chosen(target.apply(other), other, table, here)));
    return shape.between(
        table, here, other.objectName(), there.stream().map(Column::name).toList());
  }
}
