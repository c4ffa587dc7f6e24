package dev.whimbrel.scenarios.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.scenarios.OlderServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pairs of schemas from the tests of other tools: what Whimbrel generates leads from the one to
 * what the dump tool cannot tell from the other, leaves nothing to do, and leads back. A normal run
 * takes some of them, {@code -Dpeers.every=1} all; {@code -Dpeers.crossed=500 -Dpeers.seed=2} takes
 * as many pairs of two cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersTest {
  private static final Path SUITES = Path.of("..", "..", "shared", "corpora", "peers");
  private static final int EVERY = Integer.getInteger("peers.every", 24);

  private static final int CROSSED = Integer.getInteger("peers.crossed", 2);
  private static final long SEED = Long.getLong("peers.seed", 1);

  private OlderServer older;

  @BeforeAll
  void start() {
    assumeTrue(Files.exists(SUITES), "the corpora are not at hand: " + SUITES);
    older = OlderServer.start();
  }

  @AfterAll
  void stop() {
    older.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqldef", "pg-schema-diff", "pgcodekeeper", "pgkit-migra", "drizzle-kit"})
  void whatIsGeneratedLeadsThereAndBack(String suite) throws IOException {
    leadsThereAndBack(suite, LiveTables.none(), EVERY);
  }

  /** The same where others are to go on with all tables meanwhile. */
  @ParameterizedTest
  @ValueSource(strings = {"sqldef", "pg-schema-diff", "pgcodekeeper", "pgkit-migra", "drizzle-kit"})
  void whatIsGeneratedForLiveTablesLeadsThereAndBack(String suite) throws IOException {
    leadsThereAndBack(suite, LiveTables.all(), EVERY == 1 ? 1 : EVERY * 3);
  }

  /** From where one case begins to where another ends, which nobody thought of. */
  @ParameterizedTest
  @ValueSource(strings = {"sqldef", "pg-schema-diff", "pgcodekeeper", "pgkit-migra", "drizzle-kit"})
  void whatIsGeneratedFromOneCaseToAnotherLeadsThereAndBack(String suite) throws IOException {
    var tally = new Tally(suite);
    crossed(suite, cases(suite))
        .forEach(pair -> tally.count(pair, PeerTrial.of(pair, LiveTables.none(), older.server())));
    System.out.println(tally.line());
    assertThat(tally.failures()).isEmpty();
  }

  private static List<PeerCase> crossed(String suite, List<PeerCase> cases) {
    var random = new Random(SEED);
    return Stream.generate(() -> crossed(suite, pick(cases, random), pick(cases, random)))
        .limit(CROSSED)
        .toList();
  }

  private static PeerCase crossed(String suite, PeerCase first, PeerCase second) {
    return new PeerCase(suite, first.id() + " -> " + second.id(), first.from(), second.to());
  }

  private static PeerCase pick(List<PeerCase> cases, Random random) {
    return cases.get(random.nextInt(cases.size()));
  }

  private void leadsThereAndBack(String suite, LiveTables live, int every) throws IOException {
    var tally = new Tally(suite);
    some(cases(suite), every)
        .forEach(pair -> tally.count(pair, PeerTrial.of(pair, live, older.server())));
    System.out.println(tally.line());
    assertThat(tally.failures()).isSubsetOf(known());
  }

  private static List<PeerCase> some(List<PeerCase> cases, int every) {
    var some = new ArrayList<PeerCase>();
    for (int i = 0; i < cases.size(); i += every) {
      some.add(cases.get(i));
    }
    return some;
  }

  private List<PeerCase> cases(String suite) throws IOException {
    try (JdbcSession session = Roles.open(older.server())) {
      return read(suite, session);
    }
  }

  private static List<PeerCase> read(String suite, Session session) throws IOException {
    return new PeerSuite(SUITES.resolve(suite)).cases(session);
  }

  /** The cases that fail, with the reason behind each, in a file beside this class. */
  private static TreeSet<String> known() {
    try (var file = PeersTest.class.getResourceAsStream("/peers/known.txt")) {
      String text =
          file == null
              ? ""
              : new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      var known = new TreeSet<String>();
      text.lines().filter(line -> !line.startsWith(" ") && !line.isBlank()).forEach(known::add);
      return known;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
