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
          "window",
          "union",
          "except",
          "intersect",
          "order",
          "limit",
          "offset",
          "fetch",
          "for",
          "with",
          ")",
          ";");

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
    return words.done() || (token.kind() != Token.Kind.QUOTED && BEHIND.contains(token.name()));
  }

  /** The name that a column of the result gets; empty where that is not sure. */
  private String column() {
    var tokens = new ArrayList<Token>();
    while (!ended() && !words.at(",")) {
      tokens.add(words.peek());
      words.skipOne();
    }
    int last = tokens.size() - 1;
    boolean sure =
        last >= 0
            && tokens.get(last).isName()
            && (isPath(tokens) || (last > 0 && tokens.get(last - 1).is("as")));
    return sure ? tokens.get(last).name() : "";
  }

  /** Names with dots between them, and nothing else. */
  private static boolean isPath(List<Token> tokens) {
    return IntStream.range(0, tokens.size())
        .allMatch(i -> i % 2 == 0 ? tokens.get(i).isName() : tokens.get(i).is("."));
  }
}
