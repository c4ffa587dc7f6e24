package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.sqlite.parse.Names;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQLite has no types of listed values: the column is text, and a named check lists them. */
final class EnumChecks {
  private final Schema schema;

  EnumChecks(Schema schema) {
    this.schema = schema;
  }

  Table in(Table table) {
    Table checked = table;
    for (Column column : table.columns()) {
      Optional<Constraint.Check> check =
          labels(column.type()).map(type -> check(table, column, type));
      checked = check.isPresent() ? checked.with(check.get()) : checked;
    }
    return checked;
  }

  private Optional<EnumType> labels(DataType type) {
    return type instanceof DataType.Enumerated(var name)
        ? schema.find(name).filter(EnumType.class::isInstance).map(EnumType.class::cast)
        : Optional.empty();
  }

  private static Constraint.Check check(Table table, Column column, EnumType type) {
    String labels =
        type.labels().stream()
            .map(label -> "'" + label.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    String name = table.name().name() + "_" + column.name() + "_check";
    return new Constraint.Check(
        name, new Expression(Names.inExpression(column.name()) + " IN (" + labels + ")"));
  }
}
