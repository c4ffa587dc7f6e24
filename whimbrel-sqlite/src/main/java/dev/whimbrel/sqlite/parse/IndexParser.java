package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a CREATE INDEX statement as SQLite keeps it. */
public final class IndexParser {
  private final Tokens tokens;

  private IndexParser(String sql) {
    this.tokens = new Tokens(sql);
  }

  /** The index; empty if it is not written as SQLite writes them. */
  public static Optional<Index> parse(String sql) {
    try {
      return Optional.of(new IndexParser(sql).index());
    } catch (UnreadableException unreadable) {
      return Optional.empty();
    }
  }

  /** What an index is sorted by, out of one place of its list. */
  public static Index.Part part(String sql) {
    var tokens = new ArrayList<>(Tokenizer.tokens(sql));
    boolean descending = tokens.getLast().is("DESC");
    if (descending || tokens.getLast().is("ASC")) {
      tokens.removeLast();
    }
    String all = sql.substring(tokens.getFirst().start(), tokens.getLast().end());
    Optional<String> collation = collation(tokens);
    boolean column = tokens.size() == (collation.isPresent() ? 3 : 1) && tokens.getFirst().isName();
    return column
        ? new Index.Part(
            tokens.getFirst().name(),
            false,
            descending,
            Optional.empty(),
            collation,
            Optional.empty())
        : new Index.Part(
            all, true, descending, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<String> collation(List<Token> tokens) {
    return tokens.size() > 2 && tokens.get(tokens.size() - 2).is("COLLATE")
        ? Optional.of(tokens.getLast().name())
        : Optional.empty();
  }

  private Index index() {
    tokens.expect("CREATE");
    boolean unique = tokens.accept("UNIQUE");
    tokens.expect("INDEX");
    tokens.accept("IF", "NOT", "EXISTS");
    String name = tokens.qualifiedName();
    tokens.expect("ON");
    tokens.name();
    List<Index.Part> parts = parts();
    Optional<Expression> where =
        tokens.accept("WHERE") ? Optional.of(new Expression(tokens.rest())) : Optional.empty();
    tokens.expectEnd();
    return new Index(
        name, unique, Optional.empty(), parts, List.of(), false, where, Optional.empty());
  }

  private List<Index.Part> parts() {
    var parts = new ArrayList<Index.Part>();
    tokens.expect("(");
    do {
      int start = tokens.mark();
      tokens.skipTo(",", ")");
      parts.add(part(tokens.text(start)));
    } while (tokens.accept(","));
    tokens.expect(")");
    return parts;
  }
}
