package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.regex.Pattern;

/** The definition of a column. */
public final class ColumnSql {
  private static final Pattern PLAIN_TYPE =
      Pattern.compile("[\\p{L}\\p{N}_$ ]*(\\(\\s*[-+\\w.]+\\s*(,\\s*[-+\\w.]+\\s*)?\\))?");

  private ColumnSql() {}

  /**
   * The definition.
   *
   * @param key what it says of being a key, such as {@code PRIMARY KEY}; may be empty
   */
  static String definition(Column column, String key) {
    return Names.quoted(column.name())
        + spaced(type(column.type()))
        + spaced(key)
        + spaced(value(column.value()))
        + (column.nullable() ? "" : " NOT NULL")
        + column.collation().map(name -> " COLLATE " + Names.inExpression(name)).orElse("");
  }

  /** Whether SQLite can store the default with the table and need not touch rows for it. */
  public static boolean constant(String sql) {
    return literal(sql) && !sql.regionMatches(true, 0, "CURRENT_", 0, 8);
  }

  private static String type(DataType type) {
    String words = type instanceof DataType.Native(var declared) ? declared : type.toString();
    return plain(words) ? words : "\"" + words.replace("\"", "\"\"") + "\"";
  }

  /** Words and at most two numbers; anything else must stand in quotes. */
  private static boolean plain(String type) {
    return PLAIN_TYPE.matcher(type).matches();
  }

  private static String value(ValueSource value) {
    return switch (value) {
      case ValueSource.Default(var expression) ->
          "DEFAULT " + (literal(expression.sql()) ? expression : "(" + expression + ")");
      case ValueSource.Generated(var expression, var stored) ->
          "GENERATED ALWAYS AS (" + expression + ") " + (stored ? "STORED" : "VIRTUAL");
      case ValueSource.Given given -> "";
      case ValueSource.AutoIncrement counted -> "";
      case ValueSource.Identity identity -> "";
      case ValueSource.Serial serial -> "";
    };
  }

  private static boolean literal(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    boolean signed = tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"));
    return switch (tokens.getLast().kind()) {
      case NUMBER -> tokens.size() == 1 || signed;
      case STRING, BLOB, WORD -> tokens.size() == 1;
      case QUOTED, SYMBOL, COMMENT -> false;
    };
  }

  private static String spaced(String words) {
    return words.isEmpty() ? "" : " " + words;
  }
}
