package dev.whimbrel.dialect;

import java.util.List;

/** Knows who could make a migration wait. */
@FunctionalInterface
public interface Obstacles {
  /** The transactions that have been open for long, a sentence for each. */
  List<String> inTheWay(Session session);
}
