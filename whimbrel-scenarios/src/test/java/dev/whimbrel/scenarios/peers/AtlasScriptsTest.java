package dev.whimbrel.scenarios.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.scenarios.OlderServer;
import dev.whimbrel.scratch.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The scripts with which Atlas is tested on PostgreSQL, by what psql is to say of each state. A
 * normal run takes some of them, {@code -Dpeers.every=1} all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtlasScriptsTest {
  private static final Path FILE =
      Path.of("..", "..", "shared", "corpora", "peers", "atlas-txtar", "cases.jsonl");
  private static final int EVERY = Integer.getInteger("peers.every", 8);
  private static final String QUERY =
      """
      SELECT c ->> 'id' AS id, c ->> 'script' AS script, f.key AS file, f.value AS text
      FROM (SELECT ?::text::jsonb) line(c), jsonb_each_text(c -> 'files') f
      WHERE c ->> 'dialect' = 'postgresql'
      """;

  private OlderServer older;
  private List<AtlasScript> scripts;

  @BeforeAll
  void start() throws IOException {
    assumeTrue(Files.exists(FILE), "the corpora are not at hand: " + FILE);
    older = OlderServer.start();
    try (JdbcSession session = Roles.open(older.server())) {
      scripts = read(session);
    }
  }

  @AfterAll
  void stop() {
    if (older != null) {
      older.close();
    }
  }

  /** Otherwise the other test would be about other tables than Atlas's. */
  @Test
  void whatIsMadeOfADescriptionIsDescribedSoAgain() {
    for (AtlasScript script : scripts) {
      for (TableDescriptions each : script.descriptions()) {
        try (ScratchDatabase database = older.server().create()) {
          assertThat(new Psql(database).describe(script.ground() + each.sql(), each.tables()))
              .as(script.id())
              .isEqualTo(each.plain());
        }
      }
    }
  }

  @Test
  void eachStateLeadsToTheNextAndBack() {
    var tally = new Tally("atlas-txtar");
    List<PeerCase> cases = scripts.stream().flatMap(script -> script.cases().stream()).toList();
    for (int i = 0; i < cases.size(); i += EVERY) {
      tally.count(cases.get(i), PeerTrial.of(cases.get(i), LiveTables.none(), older.server()));
    }
    System.out.println(tally.line());
    assertThat(tally.failures()).isEmpty();
  }

  private static List<AtlasScript> read(Session session) throws IOException {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines
          .map(line -> session.query(QUERY, line))
          .filter(rows -> !rows.isEmpty())
          .map(AtlasScriptsTest::script)
          .toList();
    }
  }

  private static AtlasScript script(List<Row> rows) {
    var files = new TreeMap<String, String>();
    rows.forEach(row -> files.put(row.text("file"), row.text("text")));
    return new AtlasScript(rows.getFirst().text("id"), rows.getFirst().text("script"), files);
  }
}
