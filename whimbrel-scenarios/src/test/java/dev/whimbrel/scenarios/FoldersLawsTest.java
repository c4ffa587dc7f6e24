package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
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

/** Folders of real programs, applied from nothing, lead where their own tools led. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoldersLawsTest {
  private final CommandDoor door = new TypedCommands();
  private @Nullable OlderServer older;
  @TempDir Path folder;

  @AfterAll
  void stop() {
    if (older != null) {
      older.close();
    }
  }

  static Stream<RealFolder> folders() {
    return RealFolder.all().stream();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void leadsWhereItsOwnToolLed(RealFolder real) throws IOException {
    assumeTrue(real.isThere() && Files.exists(real.dump()), real + " is not at hand");
    Files.writeString(folder.resolve("whimbrel.yaml"), real.configuration());
    if (real.isPostgres()) {
      onPostgres(real);
    } else {
      onSqlite(real);
    }
  }

  private void onPostgres(RealFolder real) throws IOException {
    try (var wanted = server().server().create();
        var made = server().server().create()) {
      var there = url(wanted);
      load(there, Files.readString(real.dump()));
      type(url(made), "migrate");
      assertThat(new PostgresDump(url(made)).text()).isEqualTo(new PostgresDump(there).text());
    }
  }

  private void onSqlite(RealFolder real) throws IOException {
    ConnectionUrl there = ConnectionUrl.parse("jdbc:sqlite:" + folder.resolve("there.db"));
    ConnectionUrl here = ConnectionUrl.parse("jdbc:sqlite:" + folder.resolve("here.db"));
    load(there, Files.readString(real.dump()));
    type(here, "migrate");
    assertThat(shape(here)).isEqualTo(shape(there));
  }

  private OlderServer server() {
    OlderServer running = older == null ? OlderServer.start() : older;
    older = running;
    return running;
  }

  private static ConnectionUrl url(dev.whimbrel.scratch.ScratchDatabase database) {
    return ConnectionUrl.parse(database.url())
        .with(Optional.of(database.user()), Optional.of(database.password()));
  }

  private static void load(ConnectionUrl url, String dump) {
    var dialect =
        url.jdbcUrl().startsWith("jdbc:sqlite:") ? new SqliteDialect() : new PostgresDialect();
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
