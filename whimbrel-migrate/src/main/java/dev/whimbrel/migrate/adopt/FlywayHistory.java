package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import dev.whimbrel.migrate.layout.FlywayName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flyway's {@code flyway_schema_history}: versions with a CRC-32 of their scripts. */
record FlywayHistory() implements OtherHistory {
  @Override
  public List<String> names(String dialect) {
    return List.of("flyway_schema_history", "schema_version");
  }

  @Override
  public List<Claim> claims(Told told, List<Migration> migrations) {
    return told.rows("installed_rank").stream()
        .flatMap(row -> claims(told, row, migrations))
        .toList();
  }

  private static Stream<Claim> claims(Told told, Row row, List<Migration> migrations) {
    var claims = new Claims(told.name());
    Optional<Instant> at = Told.moment(row.find("installed_on"));
    Optional<Migration> ran = ran(row, migrations);
    return switch (row.text("type")) {
      case "SQL" -> Stream.of(sql(claims, row, ran, at));
      case "BASELINE", "SQL_BASELINE" ->
          migrations.stream()
              .filter(each -> isBelow(row, each))
              .map(each -> claims.applied(each, at));
      case "UNDO_SQL", "DELETE" -> ran.stream().map(each -> claims.rolledBack(each.id(), at));
      // classes of the application and the schema's own row: nothing that has a file here
      default -> Stream.empty();
    };
  }

  private static Claim sql(Claims claims, Row row, Optional<Migration> ran, Optional<Instant> at) {
    String name = name(row);
    MigrationId id = ran.map(Migration::id).orElseGet(() -> new MigrationId(name));
    if (!row.flag("success")) {
      return claims.failed(
          id,
          "its statements are not all taken back",
          at,
          Optional.of("tell Flyway: flyway repair"));
    }
    String checksum = row.find("checksum").orElse("");
    return ran.map(each ->
            isSame(checksum, each) ? claims.applied(each, at) : claims.edited(each, checksum, at))
        .orElseGet(() -> claims.gone(name, checksum, at));
  }

  /** The one with its script; else, since files get other names, the one with its version. */
  private static Optional<Migration> ran(Row row, List<Migration> migrations) {
    String script = name(row);
    return migrations.stream()
        .filter(each -> each.id().value().equals(script))
        .findFirst()
        .or(() -> migrations.stream().filter(each -> isMeant(row, each)).findFirst());
  }

  private static String name(Row row) {
    return row.text("script").replaceFirst(".*[/\\\\]", "").replaceFirst("\\.sql$", "");
  }

  private static boolean isMeant(Row row, Migration migration) {
    Optional<String> version = row.find("version");
    return FlywayName.of(migration.id().value())
        .filter(name ->
            version.isPresent()
                ? !migration.repeatable() && name.isSameVersion(version.get())
                : migration.repeatable() && name.description().equals(row.text("description")))
        .isPresent();
  }

  private static boolean isBelow(Row baseline, Migration migration) {
    String version = baseline.find("version").orElse("0");
    return !migration.repeatable()
        && FlywayName.of(migration.id().value())
            .filter(name -> FlywayName.compare(name.version(), version) <= 0)
            .isPresent();
  }

  private static boolean isSame(String checksum, Migration migration) {
    return checksum.isEmpty()
        || checksum.equals(String.valueOf(Hashes.crc32(migration.up().written())));
  }

  @Override
  public List<String> creation(String dialect, String name) {
    String bool = dialect.equals("sqlite") ? "BOOLEAN" : "boolean";
    String now = dialect.equals("sqlite") ? "(strftime('%Y-%m-%d %H:%M:%f','now'))" : "now()";
    return List.of(
        """
        CREATE TABLE %1$s (
          installed_rank INTEGER NOT NULL,
          version VARCHAR(50),
          description VARCHAR(200) NOT NULL,
          type VARCHAR(20) NOT NULL,
          script VARCHAR(1000) NOT NULL,
          checksum INTEGER,
          installed_by VARCHAR(100) NOT NULL,
          installed_on timestamp NOT NULL DEFAULT %2$s,
          execution_time INTEGER NOT NULL,
          success %3$s NOT NULL,
          CONSTRAINT %4$s_pk PRIMARY KEY (installed_rank)
        )\
        """
            .formatted(name, now, bool, name.replace('.', '_')),
        "CREATE INDEX %2$s_s_idx ON %1$s (success)".formatted(name, name.replace('.', '_')));
  }

  @Override
  public void applied(Told told, Migration migration, Duration duration) {
    FlywayName name = FlywayName.of(migration.id().value()).orElseThrow();
    if (!migration.repeatable()) {
      rolledBack(told, migration.id(), List.of());
    }
    told.session()
        .execute(
            """
            INSERT INTO %1$s (installed_rank, version, description, type, script, checksum,
              installed_by, execution_time, success)
            VALUES ((SELECT COALESCE(MAX(installed_rank), 0) + 1 FROM %1$s), ?, ?, 'SQL', ?, ?, ?, ?, ?)\
            """
                .formatted(told.name()),
            migration.repeatable() ? null : name.version(),
            name.description(),
            migration.id() + ".sql",
            Hashes.crc32(migration.up().written()),
            System.getProperty("user.name", "unknown"),
            (int) duration.toMillis(),
            true);
  }

  /** Flyway that costs nothing knows no undone versions; one that was never there it knows. */
  @Override
  public void rolledBack(Told told, MigrationId id, List<Migration> migrations) {
    told.session().execute("DELETE FROM %s WHERE script = ?".formatted(told.name()), id + ".sql");
  }
}
