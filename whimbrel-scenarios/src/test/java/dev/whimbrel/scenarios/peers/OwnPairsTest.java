package dev.whimbrel.scenarios.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.scenarios.OlderServer;
import dev.whimbrel.scenarios.VersionedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pairs of schemas in which each thing that PostgreSQL knows is changed in each of its attributes,
 * with all that leans on it, judged as the pairs of other tools are. A normal run takes some of
 * them, {@code -Dpeers.every=1} all, with {@code -Dpeers.named} those whose name holds it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPairsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "peers", "pairs");
  private static final int EVERY = Integer.getInteger("peers.every", 12);
  private static final String NAMED = System.getProperty("peers.named", "");

  private OlderServer older;

  @BeforeAll
  void start() {
    older = OlderServer.start();
  }

  @AfterAll
  void stop() {
    older.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attributes", "dependents", "renames", "families", "forms", "materials"})
  void leadThereAndBack(String file) throws IOException {
    leadThereAndBack(file, pair -> PeerTrial.of(pair, LiveTables.none(), older.server()));
  }

  /** What came with the newest version is tried on it. */
  @Test
  void leadThereAndBackOnTheNewestServer() throws IOException {
    try (VersionedServer newest = VersionedServer.start(VersionedServer.NEWEST)) {
      leadThereAndBack(
          "newest",
          pair ->
              PeerTrial.of(
                  pair,
                  LiveTables.none(),
                  newest.server(),
                  url -> newest.dump(url).withoutOrder()));
    }
  }

  private static void leadThereAndBack(String file, Function<PeerCase, Outcome> trial)
      throws IOException {
    var tally = new Tally(file);
    List<PeerCase> cases =
        new PairFile(file, Files.readString(FOLDER.resolve(file + ".txt")))
            .cases().stream().filter(pair -> pair.id().contains(NAMED)).toList();
    for (int i = 0; i < cases.size(); i += EVERY) {
      tally.count(cases.get(i), trial.apply(cases.get(i)));
    }
    System.out.println(tally.line());
    assertThat(tally.failures()).isEmpty();
    assertThat(tally.notTaken()).isZero();
  }
}
