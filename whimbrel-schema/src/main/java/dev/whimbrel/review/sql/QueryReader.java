package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
          "limit",
          "offset",
          "fetch",
          "union",
          "intersect",
          "except",
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

  /** The name that a column of the result gets; empty where an expression has none of its own. */
  private String column() {
    String name = "";
    boolean joined = false;
    while (!ended() && !words.at(",")) {
      Token token = words.peek();
      boolean named = token.isName() && !joined && !token.is("end");
      name = named ? token.name() : "";
      joined = token.kind() == Token.Kind.SYMBOL && !token.is(".") && !token.is("(");
      words.skipOne();
    }
    return name;
  }
}
