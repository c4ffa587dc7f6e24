package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Default values: without parentheses around them, and strings as strings. */
final class Defaults {
  private static final Set<String> CONSTANTS =
      Set.of("NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private Defaults() {}

  static String spelled(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    while (wrapped(tokens)) {
      tokens = tokens.subList(1, tokens.size() - 1);
    }
    if (tokens.isEmpty()) {
      return sql;
    }
    return tokens.size() == 1
        ? single(tokens.getFirst())
        : sql.substring(tokens.getFirst().start(), tokens.getLast().end());
  }

  /** SQLite takes a name for a string here, since a default cannot look at columns. */
  private static String single(Token token) {
    boolean string =
        token.kind() == Token.Kind.QUOTED
            || (token.kind() == Token.Kind.WORD
                && !CONSTANTS.contains(token.text().toUpperCase(Locale.ROOT)));
    return string ? "'" + token.name().replace("'", "''") + "'" : token.text();
  }

  private static boolean wrapped(List<Token> tokens) {
    if (tokens.size() < 3 || !tokens.getFirst().is("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size() - 1; i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }
}
