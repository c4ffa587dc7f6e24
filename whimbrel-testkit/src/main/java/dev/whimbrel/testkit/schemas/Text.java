package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import java.util.regex.Pattern;

/** SQL text as it is made here: every name in it stands in double quotes. */
record Text(String sql) {
  private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")*\"");

  /** What can be said about the values of a type. */
  enum Family {
    NUMBER,
    TEXT,
    OTHER
  }

  static Family family(DataType type) {
    return switch (type) {
      case DataType.Int number -> Family.NUMBER;
      case DataType.Real number -> Family.NUMBER;
      case DataType.Decimal number -> Family.NUMBER;
      case DataType.Text text -> Family.TEXT;
      default -> Family.OTHER;
    };
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  boolean names(String name) {
    return NAME.matcher(sql).results().anyMatch(match -> match.group().equals(quoted(name)));
  }

  /** Something that is true of every value. */
  static String truth(Column column, Chance chance) {
    String name = quoted(column.name());
    return switch (family(column.type())) {
      case NUMBER -> name + " > " + -chance.between(1, 9);
      case TEXT -> chance.percent(50) ? "length(%s) < 100".formatted(name) : name + " <> 'no'";
      case OTHER -> name + " IS NOT NULL OR " + name + " IS NULL";
    };
  }

  /** A condition for some of the rows. */
  static String condition(Column column, Chance chance) {
    return chance.percent(30) ? quoted(column.name()) + " IS NOT NULL" : truth(column, chance);
  }

  /** A value that comes from the column's. */
  static String derived(Column column, Chance chance) {
    String name = quoted(column.name());
    return switch (family(column.type())) {
      case NUMBER -> name + " + " + chance.between(1, 9);
      case TEXT -> chance.percent(50) ? "lower(%s)".formatted(name) : "%s || '!'".formatted(name);
      case OTHER -> throw new IllegalArgumentException("nothing comes from " + column);
    };
  }
}
