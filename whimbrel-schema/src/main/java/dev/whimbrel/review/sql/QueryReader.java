package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a query, as far as its columns. */
record QueryReader(Words words) {
  /** What may stand behind the columns of a query. */
  private static final Set<String> BEHIND =
      Set.of(
          "into",
          "from",
          "where",
          "group",
          "having",
          "order",
          "window",
          "limit",
          "offset",
          "fetch",
          "for",
          "union",
          "intersect",
          "except",
          "with",
          ")",
          ";");

  /** Words that end an expression and are no name. */
  private static final Set<String> ENDINGS = Set.of("end", "isnull", "notnull");

  Deed read() {
    words.take();
    List<String> columns = columns();
    Optional<ObjectName> into = words.at("into") ? Optional.of(target()) : Optional.empty();
    return new Deed.Query(columns, into);
  }

  /** The names that columns get where a query stands behind {@code AS}. */
  static List<String> columnsBehindAs(Words words) {
    while (!words.done() && !words.accept("as")) {
      words.skipOne();
    }
    var reader = new QueryReader(words);
    while (words.at("(") || words.at("with")) {
      reader.goInto();
    }
    return words.accept("select") ? reader.columns() : List.of();
  }

  /** Goes into parentheses, or past the queries that have names. */
  private void goInto() {
    if (words.take().is("with")) {
      while (!words.done() && !words.at("select")) {
        words.skipOne();
      }
    }
  }

  private ObjectName target() {
    words.take();
    words.acceptAny("temporary", "temp", "unlogged");
    words.accept("table");
    return words.qualified();
  }

  private List<String> columns() {
    if (words.accept("distinct") && words.accept("on")) {
      words.skipOne();
    }
    words.accept("all");
    var list = new ArrayList<String>();
    while (!ended()) {
      list.add(column());
      words.accept(",");
    }
    return List.copyOf(list);
  }

  private boolean ended() {
    Token token = words.peek();
    boolean sign = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SYMBOL;
    return words.done() || (sign && BEHIND.contains(token.name()));
  }

  /** The name that a column of the result gets; empty where that is not sure. */
  private String column() {
    var tokens = new ArrayList<Token>();
    while (!ended() && !words.at(",")) {
      tokens.add(words.peek());
      words.skipOne();
    }
    boolean sure = !tokens.isEmpty() && (isPath(tokens) || endsInAlias(tokens));
    return sure ? tokens.getLast().name() : "";
  }

  /** Behind {@code AS}, or behind what only a name or the end of an expression can follow. */
  private static boolean endsInAlias(List<Token> tokens) {
    Token before = tokens.size() < 2 ? tokens.getLast() : tokens.get(tokens.size() - 2);
    Token last = tokens.getLast();
    return last.isName()
        && (before.is("as")
            || ((before.is("(") || before.kind() == Token.Kind.NUMBER)
                && ENDINGS.stream().noneMatch(last::is)));
  }

  /** Names with dots between them, and nothing else. */
  private static boolean isPath(List<Token> tokens) {
    return IntStream.range(0, tokens.size())
        .allMatch(i -> i % 2 == 0 ? tokens.get(i).isName() : tokens.get(i).is("."));
  }
}
