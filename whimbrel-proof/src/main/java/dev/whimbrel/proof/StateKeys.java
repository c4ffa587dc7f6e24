package dev.whimbrel.proof;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.Script;
import java.util.ArrayList;
import java.util.List;

/** Names for the states that migrations lead through: the same scripts, the same name. */
final class StateKeys {
  private final List<String> keys = new ArrayList<>();

  StateKeys(List<Migration> migrations) {
    String key = new Script("").checksum();
    keys.add(key);
    for (Migration each : migrations) {
      key = new Script(key + each.up().checksum()).checksum();
      keys.add(key);
    }
  }

  /** The states after so many of them or more, the last one first. */
  List<String> newestFirst(int least) {
    return keys.subList(Math.min(least, keys.size()), keys.size()).reversed();
  }

  /** How many of them lead to that state. */
  int count(String key) {
    return keys.indexOf(key);
  }

  String last() {
    return keys.getLast();
  }
}
