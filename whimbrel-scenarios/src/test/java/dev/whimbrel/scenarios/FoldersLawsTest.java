package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.directory.Migration;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of real programs lead where their own tools led: from nothing, and from where the own
 * tool stopped half-way. All of them where many tries are wanted, else a few quick ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoldersLawsTest {
  private static final Set<String> QUICK =
      Set.of(
          "better-chatbot", "umami", "dyad", "homarr-sqlite", "pingvin-share", "conductor-sqlite");

  private final CommandDoor door = new TypedCommands();
  private final List<String> table = new ArrayList<>();
  private @Nullable OlderServer older;
  @TempDir Path folder;

  /** The databases in which a story is told: where it is to lead, and where it happens. */
  private interface Story {
    void tell(ConnectionUrl wanted, ConnectionUrl made) throws IOException;
  }

  @AfterAll
  void stop() {
    table.forEach(System.out::println);
    if (older != null) {
      older.close();
    }
  }

  static Stream<RealFolder> folders() {
    return RealFolder.all().stream()
        .filter(real -> Integer.getInteger("laws.tries", 0) > 0 || QUICK.contains(real.end()));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void leadWhereTheirOwnToolLed(RealFolder real) throws IOException {
    begin(real);
    within(
        real,
        (wanted, made) -> {
          type(made, "migrate");
          clear(real, made);
          compare(wanted, made);
        });
    note(real, "from nothing", real.migrations().size());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void goOnWhereTheirOwnToolStopped(RealFolder real) throws IOException {
    begin(real);
    List<Migration> all = real.migrations();
    List<Migration> half = all.subList(0, (all.size() + 1) / 2);
    within(
        real,
        (wanted, made) -> {
          type(made, "migrate", "--to", half.getLast().id().value());
          forget(real, half, made);
          assertThat(type(made, "status"))
              .contains(half.getLast().id() + " ")
              .satisfies(text ->
                  assertThat(text.lines().filter(line -> line.contains(" applied")).count())
                      .isEqualTo(half.size()));
          type(made, "migrate");
          clear(real, made);
          compare(wanted, made);
        });
    note(real, "adopted after " + half.size(), all.size());
  }

  private void begin(RealFolder real) throws IOException {
    assumeTrue(real.isThere() && Files.exists(real.dump()), real + " is not at hand");
    Files.writeString(
        folder.resolve("whimbrel.yaml"), real.configuration(real.name().equals("harbor")));
  }

  private void note(RealFolder real, String how, int migrations) {
    table.add("%-36s %-20s %4d migrations, equal".formatted(real, how, migrations));
  }

  private void within(RealFolder real, Story story) throws IOException {
    String dump = Files.readString(real.dump());
    if (!real.isPostgres()) {
      Path place = Files.createTempDirectory(folder, "databases");
      ConnectionUrl wanted = ConnectionUrl.parse("jdbc:sqlite:" + place.resolve("there.db"));
      load(wanted, dump);
      story.tell(wanted, ConnectionUrl.parse("jdbc:sqlite:" + place.resolve("here.db")));
      return;
    }
    try (var wanted = server().server().create();
        var made = server().server().create()) {
      load(url(wanted), dump);
      story.tell(url(wanted), url(made));
    }
  }

  /** Lets the database look as if the own tool had been at work, and not we. */
  private static void forget(RealFolder real, List<Migration> half, ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      session.execute("DROP TABLE _whimbrel_history");
      new OldTool(real, session).wrote(half);
    }
  }

  private static void clear(RealFolder real, ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      new OldTool(real, session).removal().forEach(session::execute);
    }
  }

  private static void compare(ConnectionUrl wanted, ConnectionUrl made) {
    if (isSqlite(made)) {
      assertThat(shape(made)).isEqualTo(shape(wanted));
    } else {
      assertThat(new PostgresDump(made).text()).isEqualTo(new PostgresDump(wanted).text());
    }
  }

  private OlderServer server() {
    OlderServer running = older == null ? OlderServer.start() : older;
    older = running;
    return running;
  }

  private static boolean isSqlite(ConnectionUrl url) {
    return url.jdbcUrl().startsWith("jdbc:sqlite:");
  }

  private static ConnectionUrl url(ScratchDatabase database) {
    return ConnectionUrl.parse(database.url())
        .with(Optional.of(database.user()), Optional.of(database.password()));
  }

  private static void load(ConnectionUrl url, String dump) {
    var dialect = isSqlite(url) ? new SqliteDialect() : new PostgresDialect();
    try (JdbcSession session = JdbcSession.open(url)) {
      dialect.splitter().split(dump.replaceAll("(?m)^\\\\.*$", "")).stream()
          .filter(statement -> !statement.sql().contains("set_config"))
          .filter(statement -> !statement.sql().contains("sqlite_sequence"))
          .forEach(statement -> session.execute(statement.sql()));
    }
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
