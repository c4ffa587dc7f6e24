package dev.whimbrel.postgres.run;

import dev.whimbrel.postgres.script.Lexer;
import dev.whimbrel.postgres.script.Token;
import java.util.List;
import java.util.Optional;

/**
 * A {@code CREATE INDEX CONCURRENTLY}.
 *
 * @param name as the catalogue has it; absent where the server chooses one
 * @param table as the statement writes it
 * @param rest what follows the table
 */
record IndexStatement(boolean unique, Optional<String> name, String table, String rest) {
  static IndexStatement of(String sql) {
    List<Token> tokens = Lexer.tokens(sql);
    boolean unique = tokens.get(1).is("unique");
    int on = index(tokens, "on");
    int first = tokens.get(on + 1).is("only") ? on + 2 : on + 1;
    int last = first + 2 < tokens.size() && tokens.get(first + 1).is(".") ? first + 2 : first;
    Token name = tokens.get(on - 1);
    return new IndexStatement(
        unique,
        name.is("concurrently") || name.is("exists") ? Optional.empty() : Optional.of(name.value()),
        sql.substring(tokens.get(first).start(), end(tokens.get(last))),
        sql.substring(end(tokens.get(last))));
  }

  /** The same index on another table, under a name of the server's. */
  String on(String other) {
    return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX ON " + other + rest;
  }

  private static int index(List<Token> tokens, String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    throw new IllegalArgumentException("an index is on something");
  }

  private static int end(Token token) {
    return token.start() + token.text().length();
  }
}
