package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.sqlite.parse.Names;
import java.util.List;
import java.util.stream.Collectors;

/** Names and lists of names as they stand in Drizzle's SQL. */
final class Words {
  private Words() {}

  static String quoted(ObjectName name) {
    return Names.quoted(name.name());
  }

  static String quoted(List<String> names) {
    return names.stream().map(Names::quoted).collect(Collectors.joining(","));
  }

  /** A string literal. */
  static String string(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
