package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a query, as far as its columns. */
record QueryReader(Words words) {
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
    return words.accept("select") ? new QueryReader(words).columns() : List.of();
  }

  private ObjectName target() {
    words.take();
    words.acceptAny("temporary", "temp", "unlogged");
    words.accept("table");
    return words.qualified();
  }

  private List<String> columns() {
    var list = new ArrayList<String>();
    while (!words.done() && !words.at("into") && !words.at("from") && !words.at(";")) {
      list.add(column());
      words.accept(",");
    }
    return List.copyOf(list);
  }

  /** The name that a column of the result gets; empty where an expression has none of its own. */
  private String column() {
    String name = "";
    boolean joined = false;
    while (!words.done() && !words.at(",") && !words.at("into") && !words.at("from")) {
      Token token = words.peek();
      name = token.isName() && !joined ? token.name() : "";
      joined = token.kind() == Token.Kind.SYMBOL && !token.is(".") && !token.is("(");
      words.skipOne();
    }
    return name;
  }
}
