package dev.whimbrel.review.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads a query, as far as its columns. */
record QueryReader(Words words) {
  Deed read() {
    words.take();
    boolean into = words.ahead("into");
    var list = new ArrayList<String>();
    while (!words.done() && !words.at("into") && !words.at("from") && !words.at(";")) {
      list.add(column());
      words.accept(",");
    }
    return new Deed.Query(List.copyOf(list), into);
  }

  /** The name that a column of the result gets: the last word of it. */
  private String column() {
    String name = "";
    while (!words.done() && !words.at(",") && !words.at("into") && !words.at("from")) {
      Token token = words.peek();
      name = token.isName() ? token.name() : "";
      words.skipOne();
    }
    return name;
  }
}
