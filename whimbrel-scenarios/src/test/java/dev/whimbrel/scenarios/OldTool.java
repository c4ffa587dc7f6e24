package dev.whimbrel.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Writes the history that the own tool of a folder would have written; shares no code with ours.
 */
record OldTool(RealFolder real, Session session) {
  private static final Pattern FLYWAY = Pattern.compile("V([0-9._]+)__(.*)");

  /** What the tool would know after these migrations. */
  void wrote(List<Migration> migrations) {
    switch (real.layout()) {
      case "drizzle" -> drizzle(migrations);
      case "prisma" -> prisma(migrations);
      case "flyway" -> flyway(migrations);
      default -> versions(migrations);
    }
  }

  /** The statements that take all of it away. */
  List<String> removal() {
    return switch (real.layout()) {
      case "drizzle" ->
          List.of(
              real.isPostgres()
                  ? "DROP SCHEMA IF EXISTS drizzle CASCADE"
                  : "DROP TABLE IF EXISTS __drizzle_migrations");
      case "prisma" -> List.of("DROP TABLE IF EXISTS _prisma_migrations");
      case "flyway" -> List.of("DROP TABLE IF EXISTS flyway_schema_history");
      // harbor's own scripts change that table, so its dump has it
      default ->
          real.name().equals("harbor")
              ? List.of()
              : List.of("DROP TABLE IF EXISTS schema_migrations");
    };
  }

  private void drizzle(List<Migration> migrations) {
    String table = real.isPostgres() ? "drizzle.__drizzle_migrations" : "__drizzle_migrations";
    if (real.isPostgres()) {
      session.execute("CREATE SCHEMA IF NOT EXISTS drizzle");
    }
    session.execute(
        "CREATE TABLE %s (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)"
            .formatted(table));
    long when = 1_700_000_000_000L;
    for (Migration migration : migrations) {
      session.execute(
          "INSERT INTO %s (hash, created_at) VALUES (?, ?)".formatted(table),
          sha256(file(migration)),
          when++);
    }
  }

  private void prisma(List<Migration> migrations) {
    String moment = real.isPostgres() ? "TIMESTAMPTZ" : "DATETIME";
    session.execute(
        """
        CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL,
          checksum VARCHAR(64) NOT NULL, finished_at %1$s, migration_name VARCHAR(255) NOT NULL,
          logs TEXT, rolled_back_at %1$s, started_at %1$s NOT NULL DEFAULT CURRENT_TIMESTAMP,
          applied_steps_count INTEGER NOT NULL DEFAULT 0)\
        """
            .formatted(moment));
    for (Migration migration : migrations) {
      session.execute(
          "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)"
              + " VALUES (?, ?, CURRENT_TIMESTAMP, ?, 1)",
          UUID.randomUUID().toString(),
          sha256(file(migration)),
          migration.id().value());
    }
  }

  private void flyway(List<Migration> migrations) {
    session.execute(
        """
        CREATE TABLE flyway_schema_history (installed_rank INTEGER PRIMARY KEY, version VARCHAR(50),
          description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL,
          checksum INTEGER, installed_by VARCHAR(100) NOT NULL,
          installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, execution_time INTEGER NOT NULL,
          success BOOLEAN NOT NULL)\
        """);
    int rank = 1;
    for (Migration migration : migrations) {
      Matcher name = FLYWAY.matcher(migration.id().value());
      name.matches();
      session.execute(
          "INSERT INTO flyway_schema_history VALUES (?, ?, ?, 'SQL', ?, ?, 'me', CURRENT_TIMESTAMP, 3, ?)",
          rank++,
          name.group(1).replace('_', '.'),
          name.group(2).replace('_', ' '),
          migration.id() + ".sql",
          crc32(file(migration)),
          true);
    }
  }

  /** golang-migrate keeps the last one. */
  private void versions(List<Migration> migrations) {
    if (real.name().equals("harbor")) {
      return;
    }
    session.execute(
        "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)");
    session.execute(
        "INSERT INTO schema_migrations VALUES (?, ?)",
        Long.parseLong(migrations.getLast().id().value().replaceFirst("_.*", "")),
        false);
  }

  private byte[] file(Migration migration) {
    try {
      return Files.readAllBytes(Path.of(real.place(migration.id())));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static int crc32(byte[] file) {
    var sum = new CRC32();
    new String(file, UTF_8).lines().forEach(line -> sum.update(line.getBytes(UTF_8)));
    return (int) sum.getValue();
  }
}
