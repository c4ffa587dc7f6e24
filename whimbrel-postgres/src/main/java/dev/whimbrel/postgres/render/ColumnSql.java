package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column as it stands in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnSql {
  private ColumnSql() {}

  static String definition(Column column, boolean primaryKey) {
    var words = new ArrayList<String>();
    words.add(quoted(column.name()));
    words.add(type(column));
    collation(column).ifPresent(words::add);
    if (primaryKey) {
      words.add("PRIMARY KEY");
    }
    value(column.value()).ifPresent(words::add);
    if (!column.nullable()) {
      words.add("NOT NULL");
    }
    return String.join(" ", words);
  }

  /** The type with its collation, as {@code SET DATA TYPE} has them. */
  static String typeAndCollation(Column column) {
    return TypeName.sql(column.type()) + collation(column).map(words -> " " + words).orElse("");
  }

  private static String type(Column column) {
    return column.value() instanceof ValueSource.Serial
            && column.type() instanceof DataType.Int(var bits)
        ? bits == 16 ? "smallserial" : bits == 32 ? "serial" : "bigserial"
        : TypeName.sql(column.type());
  }

  /** A name that is in quotes already names its namespace too. */
  private static Optional<String> collation(Column column) {
    return column.collation().map(name -> "COLLATE " + Identifier.collation(name));
  }

  private static Optional<String> value(ValueSource value) {
    return switch (value) {
      case ValueSource.Given() -> Optional.empty();
      case ValueSource.Serial() -> Optional.empty();
      case ValueSource.AutoIncrement() -> Optional.of(identity(ALWAYS_PLAIN));
      case ValueSource.Default(var expression) ->
          Optional.of("DEFAULT " + bounded(expression.sql()));
      case ValueSource.Identity identity -> Optional.of(identity(identity));
      case ValueSource.Generated(var expression, var stored) ->
          Optional.of(
              "GENERATED ALWAYS AS (" + expression.sql() + ") " + (stored ? "STORED" : "VIRTUAL"));
    };
  }

  /** Here an expression with words between its parts would not be told from what follows it. */
  private static String bounded(String sql) {
    return WORDS.matcher(sql).find() ? "(" + sql + ")" : sql;
  }

  private static final Pattern WORDS =
      Pattern.compile(
          "\\s(?:AT|IN|LIKE|ILIKE|SIMILAR|AND|OR|IS|BETWEEN|COLLATE|NOT|ANY|ALL)[\\s(]|^NOT\\s");

  private static final ValueSource.Identity ALWAYS_PLAIN =
      new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN);

  static String identity(ValueSource.Identity identity) {
    List<String> options = sequenceOptions(identity.options());
    return "GENERATED %s AS IDENTITY%s"
        .formatted(
            identity.always() ? "ALWAYS" : "BY DEFAULT",
            options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }

  private static List<String> sequenceOptions(ValueSource.SequenceOptions options) {
    var words = new ArrayList<String>();
    options.start().ifPresent(number -> words.add("START WITH " + number));
    options.increment().ifPresent(number -> words.add("INCREMENT BY " + number));
    options.minValue().ifPresent(number -> words.add("MINVALUE " + number));
    options.maxValue().ifPresent(number -> words.add("MAXVALUE " + number));
    options.cache().ifPresent(number -> words.add("CACHE " + number));
    if (options.cycle()) {
      words.add("CYCLE");
    }
    return words;
  }
}
