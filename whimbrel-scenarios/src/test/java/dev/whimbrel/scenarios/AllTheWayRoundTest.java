package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Databases of real programs, all the way round: pulled into Java, generated, migrated into an
 * empty database, and compared by the database's own tools.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllTheWayRoundTest {
  private static final Path CORPORA = Path.of("..", "..", "shared", "corpora");

  private final CommandDoor door = new TypedCommands();
  private @Nullable OlderServer older;
  @TempDir Path folder;

  @AfterAll
  void stop() {
    if (older != null) {
      older.close();
    }
  }

  /** Three of them, or all with {@code -Drounds.all=true}. */
  static Stream<String> postgresDatabases() throws IOException {
    Path dumps = CORPORA.resolve("final-pg");
    if (!Boolean.getBoolean("rounds.all") || !Files.exists(dumps)) {
      return Stream.of("better-chatbot", "concourse", "umami");
    }
    try (Stream<Path> files = Files.list(dumps)) {
      return files
          .map(file -> file.getFileName().toString().replace(".dump.sql", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("postgresDatabases")
  void aPostgresDatabaseComesBack(String name) throws IOException {
    String dump = corpus("final-pg", name + ".dump.sql");
    try (ScratchDatabase there = server().server().create();
        ScratchDatabase here = server().server().create()) {
      allTheWayRound("postgresql", dump, RealDatabase.on(there), RealDatabase.on(here));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dyad",
        "pingvin-share",
        "komga",
        "conductor-sqlite",
        "homarr-sqlite",
        "memos-sqlite-latest"
      })
  void anSqliteDatabaseComesBack(String name) throws IOException {
    String dump = corpus("final-sqlite", name + ".schema.sql");
    RealDatabase there = RealDatabase.in(folder.resolve("there.db"));
    RealDatabase here = RealDatabase.in(folder.resolve("here.db"));
    allTheWayRound("sqlite", dump, there, here);
  }

  private static String corpus(String kind, String name) throws IOException {
    Path file = CORPORA.resolve(kind).resolve(name);
    assumeTrue(Files.exists(file), "the corpora are not at hand: " + file);
    return Files.readString(file);
  }

  private OlderServer server() {
    OlderServer running = older == null ? OlderServer.start() : older;
    older = running;
    return running;
  }

  private static void load(RealDatabase database, String dump) {
    try {
      database.load(dump);
    } catch (DatabaseException refusal) {
      assumeTrue(
          !String.valueOf(refusal.getMessage()).contains("is not available"), refusal::toString);
      throw refusal;
    }
  }

  private void allTheWayRound(String dialect, String dump, RealDatabase there, RealDatabase here)
      throws IOException {
    load(there, dump);
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        "dialect: %s\nschema: schema\ndatabase:\n  url: ${DATABASE_URL}\n  user: ${DATABASE_USER:-}\n  password: ${DATABASE_PASSWORD:-}\n"
            .formatted(dialect));
    type(there, "pull");
    type(here, "generate", "--name", "all_of_it");
    type(here, "migrate");
    String again = type(here, "generate", "--name", "again");
    assertThat(again).contains("Nothing to do");
    assertThat(here.shape()).isEqualTo(there.shape());
  }

  private String type(RealDatabase database, String... arguments) {
    var answer = door.call(folder, database.environment(), List.of(arguments));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
