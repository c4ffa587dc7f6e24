package dev.whimbrel.testkit.script;

import java.util.Map;
import java.util.Set;

/**
 * One thing of a schema.
 *
 * @param number tells it from all others, and is the same before and after a change
 * @param reference what others call it
 * @param bound the numbers of the pieces that its variables stand for, and of its namespace
 */
public record Piece(
    int number, Kind kind, String name, String reference, Map<String, Integer> bound, String sql) {
  static final String NAMESPACE = "namespace";

  public Piece {
    bound = Map.copyOf(bound);
  }

  /** The name of its kind. */
  public String title() {
    return kind.name();
  }

  boolean needs(Set<Integer> others) {
    return bound.values().stream().anyMatch(others::contains);
  }

  boolean belongsTo(int other) {
    return bound.containsValue(other);
  }
}
