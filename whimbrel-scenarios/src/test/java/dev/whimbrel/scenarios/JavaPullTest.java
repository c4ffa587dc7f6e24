package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.source.JavaSource;
import dev.whimbrel.kit.source.JavaWriter;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of real programs, as Java sources that give them back. */
@ExtendWith(SharedDatabases.class)
class JavaPullTest {
  private static final Path CORPORA = Path.of("..", "..", "shared", "corpora");

  private final TestDatabases databases;
  @TempDir Path folder;

  JavaPullTest(TestDatabases databases) {
    this.databases = databases;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dyad",
        "pingvin-share",
        "komga",
        "homarr-sqlite",
        "memos-sqlite-latest",
        "conductor-sqlite"
      })
  void anSqliteDatabaseComesBack(String name) throws IOException {
    Path script = CORPORA.resolve("final-sqlite").resolve(name + ".schema.sql");
    assumeTrue(Files.exists(script), script + " is not there");
    try (TestDatabase database = databases.sqlite()) {
      comesBack(new SqliteDialect(), database, Files.readString(script));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "better-chatbot",
        "umami",
        "harbor",
        "langfuse",
        "dittofeed",
        "homarr-pg",
        "memos-pg-latest"
      })
  void aPostgresDatabaseComesBack(String name) throws IOException {
    Path script = CORPORA.resolve("final-pg").resolve(name + ".dump.sql");
    assumeTrue(Files.exists(script), script + " is not there");
    String forServers = Files.readString(script).replaceAll("(?m)^\\\\.*$", "");
    try (TestDatabase database = databases.postgres()) {
      comesBack(new PostgresDialect(), database, forServers + "\n;RESET search_path;");
    }
  }

  @Test
  void whatIsSaidOfColumnsFromElsewhereComesBack() throws IOException {
    try (TestDatabase database = databases.postgres()) {
      comesBack(
          new PostgresDialect(),
          database,
          """
          CREATE TABLE users (id integer PRIMARY KEY);
          CREATE TABLE events (at date, who integer) PARTITION BY RANGE (at);
          CREATE TABLE first_events PARTITION OF events (
            PRIMARY KEY (at), UNIQUE (who), CHECK (who > 0), FOREIGN KEY (who) REFERENCES users)
            FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
          CREATE INDEX first_who ON first_events (who, at);
          CREATE TABLE notes (at date REFERENCES first_events)
          """);
    }
  }

  private void comesBack(Dialect dialect, TestDatabase database, String script) throws IOException {
    dialect.splitter().split(script).stream()
        .filter(statement -> !statement.sql().contains("sqlite_sequence"))
        .forEach(statement -> database.session().execute(statement.sql()));
    Schema live = dialect.inspector().inspect(database.session());
    for (var file : new JavaWriter(dialect.name(), "app").write(live).entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Schema read =
        JavaSource.ofSources(List.of(folder), List.of(), Optional.empty()).read().schema();
    var differ = new Differ(RenameResolver.none());
    assertThat(differ.diff(live, dialect.normalizer().normalize(read))).isEmpty();
  }
}
