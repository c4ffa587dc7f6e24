package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Expressions of one table in one spelling: its columns as they were declared, and without the
 * table's name before them, so that neither a rename nor a rebuild leaves another text behind.
 */
public final class Wording {
  private final String table;
  private final Map<String, String> columns = new HashMap<>();

  public Wording(Table table) {
    this.table = key(table.name().name());
    for (Column column : table.columns()) {
      columns.put(key(column.name()), column.name());
    }
  }

  /** The name of a column as the table declares it. */
  public String column(String name) {
    return columns.getOrDefault(key(name), name);
  }

  public List<String> columns(List<String> names) {
    return names.stream().map(this::column).toList();
  }

  /** The expression in this spelling. */
  public String of(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    var text = new StringBuilder();
    int written = tokens.isEmpty() ? sql.length() : tokens.getFirst().start();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      text.append(sql, written, token.start());
      boolean qualifier = qualifies(tokens, i);
      text.append(qualifier ? "" : spelled(tokens, i));
      i += qualifier ? 1 : 0;
      written = tokens.get(i).end();
    }
    return text.toString();
  }

  /** Whether the expression mentions the column. */
  public static boolean mentions(String sql, String column) {
    return Tokenizer.tokens(sql).stream()
        .anyMatch(token -> token.isName() && token.key().equals(key(column)));
  }

  private boolean qualifies(List<Token> tokens, int i) {
    return named(tokens.get(i))
        && tokens.get(i).key().equals(table)
        && i + 2 < tokens.size()
        && tokens.get(i + 1).is(".")
        && columns.containsKey(tokens.get(i + 2).key());
  }

  private String spelled(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
    boolean collation = i > 0 && tokens.get(i - 1).is("COLLATE");
    String column = columns.get(token.key());
    return column == null || !named(token) || call || collation
        ? token.text()
        : Names.inExpression(column);
  }

  private static boolean named(Token token) {
    return token.kind() == Token.Kind.QUOTED
        || (token.kind() == Token.Kind.WORD && !Names.operative(token));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
