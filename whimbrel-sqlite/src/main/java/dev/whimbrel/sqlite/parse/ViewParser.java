package dev.whimbrel.sqlite.parse;

import java.util.Optional;

/** Reads a CREATE VIEW statement as SQLite keeps it. */
public final class ViewParser {
  private ViewParser() {}

  /** The query of the view; empty if it names its columns, which the model does not hold. */
  public static Optional<String> query(String sql) {
    try {
      var tokens = new Tokens(sql);
      tokens.expect("CREATE", "VIEW");
      tokens.accept("IF", "NOT", "EXISTS");
      tokens.qualifiedName();
      tokens.expect("AS");
      return Optional.of(tokens.rest());
    } catch (UnreadableException unreadable) {
      return Optional.empty();
    }
  }
}
