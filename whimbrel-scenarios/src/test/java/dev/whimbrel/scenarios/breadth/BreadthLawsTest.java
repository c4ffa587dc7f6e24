package dev.whimbrel.scenarios.breadth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scenarios.OlderServer;
import dev.whimbrel.scenarios.RealDatabase;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.database.PostgresDump;
import dev.whimbrel.testkit.script.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is generated leads from any schema to any other, leaves nothing to do, and leads back, by
 * the word of the dump tool; for schemas with everything in them. {@code laws.tries} and {@code
 * laws.seed} are as for the other laws.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreadthLawsTest {
  private static final int USUAL_TRIES = 15;
  private static final int FAULTS = Integer.getInteger("laws.faults", 1);

  private OlderServer older;

  @BeforeAll
  void start() {
    older = OlderServer.start();
    try (JdbcSession session = session(older.server())) {
      session.execute("CREATE ROLE whimbrel_reader");
      session.execute("SET allow_in_place_tablespaces = on");
      session.execute("CREATE TABLESPACE whimbrel_space LOCATION ''");
    }
  }

  @AfterAll
  void stop() {
    older.close();
  }

  private static JdbcSession session(ScratchServer server) {
    return JdbcSession.open(
        server.url("postgres"), Optional.of(server.user()), Optional.of(server.password()));
  }

  @Test
  void leadsFromAnySchemaToAnyOtherAndBack() {
    Optional<Integer> asked = Optional.ofNullable(Integer.getInteger("laws.tries"));
    int tries = asked.orElse(USUAL_TRIES);
    long seed =
        Long.getLong("laws.seed", asked.isPresent() ? System.nanoTime() % 1_000_000_000L : 1);
    var trial = new BreadthTrial(older.server(), url -> new PostgresDump(url).withPrivileges());
    List<String> faults = faults(trial, tries, seed);
    System.out.printf(
        "breadth: tries %d, seed %d, pieces %d of %d kinds, faults %d%n",
        tries,
        seed,
        trial.taken().values().stream().mapToInt(Integer::intValue).sum(),
        trial.taken().size(),
        faults.size());
    assertThat(faults).isEmpty();
  }

  /** A kind that no server takes would be a hole in the laws that nobody sees. */
  @Test
  void theServerTakesEachKindOfPiece() {
    try (ScratchDatabase database = older.server().create();
        JdbcSession session = JdbcSession.open(RealDatabase.on(database).url())) {
      assertThat(Scripts.kindsOfPostgres(15))
          .allSatisfy(kind -> assertThat(isTaken(session, kind)).as(kind).isTrue());
    }
  }

  private static boolean isTaken(Session session, String kind) {
    return IntStream.range(0, 40)
        .mapToObj(seed -> Scripts.ofPostgres(15, new Random(seed)).withA(kind))
        .anyMatch(script ->
            Loaded.tried(session, script).script().pieces().stream()
                .anyMatch(piece -> piece.title().equals(kind)));
  }

  private static List<String> faults(BreadthTrial trial, int tries, long seed) {
    var faults = new ArrayList<String>();
    for (int i = 0; i < tries && faults.size() < FAULTS; i++) {
      long own = seed + i;
      trial
          .fault(Scripts.ofPostgres(15, new Random(own)).pair())
          .map(said -> "-Dlaws.seed=%d -Dlaws.tries=1%n%s".formatted(own, said))
          .ifPresent(faults::add);
    }
    return faults;
  }
}
