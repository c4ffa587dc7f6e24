package dev.whimbrel.scenarios.breadth;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scenarios.RealDatabase;
import dev.whimbrel.scenarios.peers.Outcome;
import dev.whimbrel.scenarios.peers.Passage;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.script.Script;
import dev.whimbrel.testkit.script.ScriptPair;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tries passages between random schemas on one server, and counts what they were made of.
 *
 * @param dump what the server's dump tool says of a database
 * @param taken how often each kind of piece was part of a schema
 */
record BreadthTrial(
    ScratchServer server, Function<ConnectionUrl, String> dump, Map<String, Integer> taken) {
  private static final int PATIENCE = 300;

  BreadthTrial(ScratchServer server, Function<ConnectionUrl, String> dump) {
    this(server, dump, new TreeMap<>());
  }

  /** What is wrong with the pair, in the smallest words in which it is. */
  Optional<String> fault(ScriptPair pair) {
    Outcome outcome = outcome(pair);
    return fault(outcome).map(said -> smallest(pair, stage(outcome)));
  }

  private String smallest(ScriptPair pair, String stage) {
    ScriptPair smallest = pair;
    var candidates = smallest.smaller().iterator();
    for (int patience = PATIENCE; patience > 0 && candidates.hasNext(); patience--) {
      ScriptPair candidate = candidates.next();
      if (stage(outcome(candidate)).equals(stage)) {
        smallest = candidate;
        candidates = smallest.smaller().iterator();
      }
    }
    return smallest.text() + fault(outcome(smallest)).orElse("-- it is no longer wrong");
  }

  private Outcome outcome(ScriptPair pair) {
    try (ScratchDatabase here = server.create();
        ScratchDatabase there = server.create()) {
      load(here, pair.from());
      load(there, pair.to());
      return new Passage(RealDatabase.on(here).url(), RealDatabase.on(there).url(), dump).outcome();
    }
  }

  private void load(ScratchDatabase database, Script script) {
    try (JdbcSession session = JdbcSession.open(RealDatabase.on(database).url())) {
      Loaded loaded = Loaded.into(session, script);
      loaded.script().pieces().forEach(piece -> taken.merge(piece.title(), 1, Integer::sum));
    }
  }

  private static String stage(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "";
      case Outcome.DoesNotLoad(var reason) -> "";
      case Outcome.Refused(var message) -> "refused";
      case Outcome.Failed(var stage, var detail) -> stage;
    };
  }

  private static Optional<String> fault(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> Optional.empty();
      case Outcome.DoesNotLoad(var reason) -> Optional.empty();
      case Outcome.Refused(var message) -> Optional.of("-- refused\n" + message);
      case Outcome.Failed(var stage, var detail) -> Optional.of("-- " + stage + "\n" + detail);
    };
  }
}
