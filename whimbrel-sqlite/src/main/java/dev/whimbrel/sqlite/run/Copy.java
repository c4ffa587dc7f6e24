package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that fills one table from others: {@code INSERT INTO t(a, b) SELECT x, y FROM u}.
 *
 * @param columns what it fills, in order
 * @param values what it fills them with, in order
 * @param rest from FROM to its end
 * @param source the first table that it reads
 */
record Copy(String table, List<String> columns, List<String> values, String rest, String source) {
  /** The copies of a script that name their columns. */
  static List<Copy> in(List<SqlStatement> statements) {
    return statements.stream().flatMap(each -> read(each.sql()).stream()).toList();
  }

  /** What goes into the column, if it is filled. */
  Optional<String> value(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(column)) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }

  /** The rows that it makes, as a query whose columns have the names of those they go into. */
  String query() {
    var parts = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(values.get(i) + " AS \"" + columns.get(i).replace("\"", "\"\"") + "\"");
    }
    return "SELECT " + String.join(", ", parts) + " " + rest;
  }

  private static Optional<Copy> read(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    int into = indexOf(tokens, "INTO", 0);
    int select = indexOf(tokens, "SELECT", 0);
    int from = indexOf(tokens, "FROM", select);
    boolean copy =
        tokens.getFirst().is("INSERT") && into > 0 && select > into + 4 && from > select + 1;
    if (!copy || !tokens.get(into + 2).is("(") || from + 1 >= tokens.size()) {
      return Optional.empty();
    }
    List<String> columns =
        tokens.subList(into + 3, select).stream().filter(Token::isName).map(Token::name).toList();
    List<String> values = split(sql, tokens.subList(select + 1, from));
    return columns.size() == values.size()
        ? Optional.of(
            new Copy(
                tokens.get(into + 1).name(),
                columns,
                values,
                sql.substring(tokens.get(from).start()),
                tokens.get(from + 1).name()))
        : Optional.empty();
  }

  /** The first such word that is not within parentheses. */
  private static int indexOf(List<Token> tokens, String word, int start) {
    int depth = 0;
    for (int i = Math.max(start, 0); i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 && tokens.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> split(String sql, List<Token> tokens) {
    var values = new ArrayList<String>();
    int first = 0;
    for (int comma = indexOf(tokens, ",", 0); comma >= 0; comma = indexOf(tokens, ",", first)) {
      values.add(text(sql, tokens.subList(first, comma)));
      first = comma + 1;
    }
    values.add(text(sql, tokens.subList(first, tokens.size())));
    return values;
  }

  private static String text(String sql, List<Token> tokens) {
    return tokens.isEmpty() ? "" : sql.substring(tokens.getFirst().start(), tokens.getLast().end());
  }
}
