package dev.whimbrel.kit.compare;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The foreign keys of a schema, and whether what they refer to is there. */
public record References(Schema schema) {
  /**
   * @throws ConsistencyException if a foreign key refers to what is not there
   */
  public void check() {
    List<String> problems = schema.tables().flatMap(this::problems).toList();
    if (!problems.isEmpty()) {
      throw new ConsistencyException(String.join("\n", problems) + "\nNothing was written.");
    }
  }

  private Stream<String> problems(Table table) {
    return table.foreignKeys().flatMap(key -> problem(table, key).stream());
  }

  private Optional<String> problem(Table table, Constraint.ForeignKey key) {
    String from = table.name() + "." + String.join(", ", key.columns());
    Optional<Table> target = schema.findTable(key.references());
    if (target.isEmpty()) {
      return Optional.of(
          "%s refers to the table %s, which is not in the schema; add that table, or take the reference away."
              .formatted(from, key.references()));
    }
    if (target.get().hasColumnsOfOthers()) {
      return Optional.empty();
    }
    return key.referenced().stream()
        .filter(column -> target.get().findColumn(column).isEmpty())
        .findFirst()
        .map(column ->
            "%s refers to the column %s.%s, which is not in the schema; add that column, or refer to another."
                .formatted(from, key.references(), column));
  }
}
