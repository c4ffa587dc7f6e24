package dev.whimbrel.schema;

import java.util.List;

/** Lists of names in which one got another. */
final class Names {
  private Names() {}

  static List<String> renamed(List<String> names, String from, String to) {
    return names.stream().map(name -> name.equals(from) ? to : name).toList();
  }
}
