package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of a schema by their classes, for references from one to another. */
record Tables(Map<Class<?>, TableDefinition> byClass, Function<? super Class<?>, String> place) {
  /** The table that a foreign key of another refers to. */
  <T extends TableDefinition> T find(Class<T> type, TableDefinition from, List<String> columns) {
    TableDefinition found = byClass.get(type);
    if (found == null) {
      throw new DefinitionException(
          "%s refers to a table that is not in the schema: %s. Put that table into the schema, or take the reference away."
              .formatted(origin(from, columns), place.apply(type)));
    }
    return type.cast(found);
  }

  /** The column that was chosen, if it is one of the table it was chosen from. */
  Column<?> chosen(Column<?> column, TableDefinition owner, TableDefinition from, List<String> of) {
    if (column.table().getClass() != owner.getClass()) {
      throw new DefinitionException(
          "%s refers to %s, but chooses the column %s of %s."
              .formatted(
                  origin(from, of),
                  place.apply(owner.getClass()),
                  column.name(),
                  place.apply(column.table().getClass())));
    }
    return column;
  }

  /** The name of a table that something else leans on. */
  ObjectName named(Class<? extends TableDefinition> type) {
    TableDefinition found = byClass.get(type);
    if (found == null) {
      throw new DefinitionException(
          "something leans on %s, which is not in the schema.".formatted(place.apply(type)));
    }
    return found.objectName();
  }

  private String origin(TableDefinition from, List<String> columns) {
    return "The foreign key on %s of %s"
        .formatted(String.join(", ", columns), place.apply(from.getClass()));
  }
}
