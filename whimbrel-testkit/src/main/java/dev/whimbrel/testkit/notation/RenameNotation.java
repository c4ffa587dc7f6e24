package dev.whimbrel.testkit.notation;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.ObjectName;

/** A rename as one line. */
final class RenameNotation {
  private RenameNotation() {}

  static Change read(String line) {
    var words = new Words(line.strip());
    words.expect("rename");
    if (words.accept("table")) {
      ObjectName from = words.objectName();
      words.expect("to");
      return words.end(new Change.RenameTable(from, words.objectName()));
    }
    words.expect("column");
    ObjectName column = words.objectName();
    words.expect("to");
    var table = tableOf(column.namespace(), words);
    return words.end(new Change.RenameColumn(table, column.name(), words.name()));
  }

  private static ObjectName tableOf(String table, Words words) {
    if (table.isEmpty()) {
      throw words.wrong("a column is named with its table, as in \"users.age\"");
    }
    return ObjectName.of(table);
  }
}
