package dev.whimbrel.scenarios.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the cases of one suite went. */
final class Tally {
  private static final String NOT_TAKEN = "not taken by PostgreSQL";

  private final String suite;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  Tally(String suite) {
    this.suite = suite;
  }

  void count(PeerCase pair, Outcome outcome) {
    counts.merge(word(outcome), 1, Integer::sum);
    if (outcome instanceof Outcome.DoesNotLoad) {
      tell(pair, outcome);
    }
    if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Refused) {
      failures.add(suite + "/" + pair.id());
      tell(pair, outcome);
    }
  }

  /** What went wrong in full, with {@code -Dpeers.tell=true}. */
  private void tell(PeerCase pair, Outcome outcome) {
    if (Boolean.getBoolean("peers.tell")) {
      System.out.printf("%s/%s%n%s%n%n", suite, pair.id(), outcome);
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "passed";
      case Outcome.DoesNotLoad(var reason) -> NOT_TAKEN;
      case Outcome.Refused(var message) -> "refused";
      case Outcome.Failed(var stage, var detail) -> "failed: " + stage;
    };
  }

  /** How many PostgreSQL did not take. */
  int notTaken() {
    return counts.getOrDefault(NOT_TAKEN, 0);
  }

  /** The cases that did not pass though both of their sides load. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** One line of the table. */
  String line() {
    return "%-16s %s".formatted(suite, counts);
  }
}
