package dev.whimbrel.bench;

import java.util.List;

/**
 * A job that is done in several ways, in turns.
 *
 * @param size how much of it, such as {@code 1000 tables}; may be empty
 * @param others yardsticks first
 */
record Job(String name, String size, Contender ours, List<Contender> others) {
  Job {
    others = List.copyOf(others);
  }

  String title() {
    return size.isEmpty() ? name : name + ", " + size;
  }
}
