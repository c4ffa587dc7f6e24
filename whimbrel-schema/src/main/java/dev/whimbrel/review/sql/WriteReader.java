package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements that change rows. */
record WriteReader(Words words) {
  private static final Set<String> ENDS = Set.of("where", "from", "returning", "when");

  Deed read() {
    while (!words.done() && words.acceptAny("insert", "update", "delete", "merge").isEmpty()) {
      words.skipOne();
    }
    if (words.done()) {
      return new Deed.Other("with", Optional.empty(), List.of());
    }
    String command = words.all().get(words.mark() - 1).name();
    words.accept("into");
    words.accept("from");
    words.accept("only");
    ObjectName table = words.qualified();
    return switch (command) {
      case "insert" -> insert(table);
      case "update", "merge" -> update(command, table);
      default -> written(command, table, List.of(), List.of());
    };
  }

  private Deed update(String command, ObjectName table) {
    List<String> inserted = command.equals("merge") ? inserted() : List.of();
    while (!words.done() && !words.accept("set")) {
      words.skipOne();
    }
    return written(command, table, assigned(), inserted);
  }

  /** The columns that a merge inserts into, further on. */
  private List<String> inserted() {
    int mark = words.mark();
    while (!words.done() && !words.accept("insert")) {
      words.skipOne();
    }
    List<String> columns = words.parenthesised().stream().map(Words::name).toList();
    words.back(mark);
    return columns;
  }

  private Deed insert(ObjectName table) {
    if (words.accept("as")) {
      words.name();
    }
    List<String> inserted = words.parenthesised().stream().map(Words::name).toList();
    boolean fromQuery = words.ahead("select");
    while (!words.done() && !words.accept("do", "update", "set")) {
      words.skipOne();
    }
    return new Deed.Write("insert", table, assigned(), inserted, false, fromQuery);
  }

  private Deed written(
      String command, ObjectName table, List<String> columns, List<String> inserted) {
    return new Deed.Write(command, table, columns, inserted, words.ahead("where"), false);
  }

  /** The columns on the left of the equal signs. */
  private List<String> assigned() {
    var columns = new ArrayList<String>();
    boolean more = true;
    while (more && !words.done()) {
      if (words.at("(")) {
        words.parenthesised().forEach(part -> columns.add(part.qualified().toString()));
      } else {
        String column = words.qualified().toString();
        columns.add(words.at("[") ? "" : column);
      }
      while (!words.done() && !words.at(",") && !ENDS.contains(words.peek().name())) {
        words.skipOne();
      }
      more = words.accept(",");
    }
    return columns;
  }
}
