package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.PostgresDump;
import dev.whimbrel.testkit.database.SqliteShape;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      load(url(there), new PostgresDialect(), dump);
      allTheWayRound("postgresql", url(there), url(here));
      assertThat(new PostgresDump(url(here)).text()).isEqualTo(new PostgresDump(url(there)).text());
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
    ConnectionUrl there = ConnectionUrl.parse("jdbc:sqlite:" + folder.resolve("there.db"));
    ConnectionUrl here = ConnectionUrl.parse("jdbc:sqlite:" + folder.resolve("here.db"));
    load(there, new SqliteDialect(), dump);
    allTheWayRound("sqlite", there, here);
    assertThat(shape(here)).isEqualTo(shape(there));
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

  private static ConnectionUrl url(ScratchDatabase database) {
    return ConnectionUrl.parse(database.url())
        .with(Optional.of(database.user()), Optional.of(database.password()));
  }

  /** Runs the text of a dump tool, but for what is meant for its own shell. */
  private static void load(ConnectionUrl url, Dialect dialect, String dump) {
    try (JdbcSession session = JdbcSession.open(url)) {
      dialect.splitter().split(dump.replaceAll("(?m)^\\\\.*$", "")).stream()
          .filter(statement -> !statement.sql().contains("set_config"))
          .filter(statement -> !statement.sql().contains("sqlite_sequence"))
          .forEach(statement -> session.execute(statement.sql()));
    } catch (DatabaseException refusal) {
      assumeTrue(
          !String.valueOf(refusal.getMessage()).contains("is not available"), refusal::toString);
      throw refusal;
    }
  }

  private void allTheWayRound(String dialect, ConnectionUrl there, ConnectionUrl here)
      throws IOException {
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        "dialect: %s\nschema: schema\ndatabase:\n  url: ${DATABASE_URL}\n  user: ${DATABASE_USER:-}\n  password: ${DATABASE_PASSWORD:-}\n"
            .formatted(dialect));
    type(there, "pull");
    type(here, "generate", "--name", "all_of_it");
    type(here, "migrate");
    String again = type(here, "generate", "--name", "again");
    assertThat(again).contains("Nothing to do");
  }

  private String type(ConnectionUrl url, String... arguments) {
    var answer =
        door.call(
            folder,
            Map.of(
                "DATABASE_URL",
                url.jdbcUrl(),
                "DATABASE_USER",
                url.user().orElse(""),
                "DATABASE_PASSWORD",
                url.password().orElse("")),
            List.of(arguments));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }

  private static String shape(ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      return new SqliteShape(session).text();
    }
  }
}
