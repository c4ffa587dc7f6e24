package dev.whimbrel.scenarios.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.scenarios.sqlite.PeerTrial.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools test on SQLite, there and back, with rows; judged by SQLite itself. */
class SqlitePeersTest {
  private static final Path PEERS =
      Path.of(System.getProperty("whimbrel.peers", "../../shared/corpora/peers"));

  @ParameterizedTest
  @ValueSource(strings = {"drizzle-kit", "sqldef", "atlas-txtar"})
  void everyPairIsReachedOrRefusedWithALetter(String suite, TestReporter reporter) {
    Path file = PEERS.resolve(suite).resolve("cases.jsonl");
    assumeTrue(Files.exists(file), "the peers' cases are not at hand: " + file);
    var failed = new ArrayList<String>();
    Map<String, Integer> counts = new TreeMap<>();
    List<String> told = new ArrayList<>();
    for (PeerCase tried : new PeerSuite(file).cases()) {
      Stream.of(tried, tried.reversed())
          .forEach(each -> {
            Outcome outcome = PeerTrial.outcome(each);
            counts.merge(kind(outcome), 1, Integer::sum);
            if (outcome instanceof Outcome.Failed) {
              failed.add(each.id() + ": " + outcome);
            } else if (!(outcome instanceof Outcome.Passed)) {
              told.add(each.id() + ": " + outcome);
            }
          });
    }
    reporter.publishEntry(suite, counts + "\n" + String.join("\n", told));
    assertThat(failed).as(counts.toString()).isEmpty();
  }

  private static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed passed -> "passed";
      case Outcome.Refused refused -> "refused with a letter, for its rows";
      case Outcome.NotSqlite unfit -> "not taken by SQLite itself";
      case Outcome.Failed failed -> "failed";
    };
  }
}
