package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with migrations, a SQLite database in a file beside it, and what runs told. */
record Workshop(Path folder, JdbcSession session, List<RunEvent> events) implements AutoCloseable {
  static final MigrationId FIRST = new MigrationId("20260101000000_first");
  static final MigrationId SECOND = new MigrationId("20260102000000_second");
  static final MigrationId THIRD = new MigrationId("20260103000000_third");

  static Workshop in(Path folder) {
    return new Workshop(folder, open(folder), new ArrayList<>());
  }

  static JdbcSession open(Path folder) {
    return JdbcSession.open(
        "sqlite:" + folder.resolve("app.db"), Optional.empty(), Optional.empty());
  }

  /** Two tables and a row, each with its way back. */
  Workshop withTwo() {
    add(FIRST, "CREATE TABLE users (id INTEGER PRIMARY KEY);\n", "DROP TABLE users;\n");
    return add(
        SECOND,
        "CREATE TABLE posts (id INTEGER PRIMARY KEY);\nINSERT INTO posts VALUES (1);\n",
        "DROP TABLE posts;\n");
  }

  Workshop add(MigrationId id, String up) {
    directory().add(id, Map.of("migration.sql", up));
    return this;
  }

  Workshop add(MigrationId id, String up, String down) {
    directory().add(id, Map.of("migration.sql", up, "down.sql", down));
    return this;
  }

  void write(MigrationId id, String file, String text) throws IOException {
    Files.writeString(migrations().resolve(id.value()).resolve(file), text);
  }

  void delete(MigrationId id) throws IOException {
    Path gone = migrations().resolve(id.value());
    try (var files = Files.list(gone)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(gone);
  }

  MigrateResult migrate() {
    return migrator().migrate(Optional.empty());
  }

  Migrator migrator() {
    return migrator(session);
  }

  Migrator migrator(Session through) {
    return new Migrator(
        through,
        SmallDialect.SQLITE,
        directory(),
        events::add,
        Clock.systemUTC(),
        Duration.ofSeconds(10));
  }

  WhimbrelDirectory directory() {
    return new WhimbrelDirectory(migrations());
  }

  List<String> tables() {
    return session
        .query(
            "SELECT name FROM sqlite_schema"
                + " WHERE type = 'table' AND name <> '_whimbrel_history' ORDER BY name")
        .stream()
        .map(row -> row.text("name"))
        .toList();
  }

  List<MigrationStatus.State> states() {
    return migrator().status().stream().map(MigrationStatus::state).toList();
  }

  private Path migrations() {
    return folder.resolve("migrations");
  }

  @Override
  public void close() {
    session.close();
  }
}
