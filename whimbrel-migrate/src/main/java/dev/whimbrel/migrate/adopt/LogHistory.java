package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code migration_log}: a line for each run of a file, which is known by its name. */
record LogHistory() implements OtherHistory {
  private static final String ENDING = ".sql";

  @Override
  public List<String> names(String dialect) {
    return List.of("migration_log");
  }

  @Override
  public List<Claim> claims(Told told, List<Migration> migrations) {
    return told.rows("step_number", "id", "executed_at").stream()
        .flatMap(row -> claim(told, row, migrations).stream())
        .toList();
  }

  /** Lines about anything else than a file are passed over. */
  private static Optional<Claim> claim(Told told, Row row, List<Migration> migrations) {
    var claims = new Claims(told.name());
    String file = row.find("description").orElse("");
    Optional<Instant> at = Told.moment(row.find("executed_at"));
    String name = file.replaceFirst("\\.sql$", "");
    Optional<Migration> ran =
        migrations.stream().filter(each -> each.id().value().equals(name)).findFirst();
    if (ran.isEmpty() && !file.endsWith(ENDING)) {
      return Optional.empty();
    }
    if (!row.find("status").orElse("completed").equals("completed")) {
      String why = row.find("error_message").orElse("no reason is given");
      return Optional.of(claims.failed(new MigrationId(name), why, at, Optional.empty()));
    }
    return Stream.concat(
            ran.stream().map(each -> claims.applied(each, at)),
            Stream.of(name).map(gone -> claims.gone(gone, "", at)))
        .findFirst();
  }

  @Override
  public List<String> creation(String dialect, String name) {
    String key =
        dialect.equals("sqlite") ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "SERIAL PRIMARY KEY";
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS %s (
          id %s,
          step_number INTEGER NOT NULL,
          description TEXT NOT NULL,
          sql_executed TEXT,
          status VARCHAR(20) DEFAULT 'pending',
          error_message TEXT,
          executed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
        )\
        """
            .formatted(name, key));
  }

  @Override
  public void applied(Told told, Migration migration, Duration duration) {
    told.session()
        .execute(
            """
            INSERT INTO %1$s (step_number, description, status)
            VALUES ((SELECT COALESCE(MAX(step_number), 0) + 1 FROM %1$s), ?, 'completed')\
            """
                .formatted(told.name()),
            migration.id() + ENDING);
  }

  @Override
  public void rolledBack(Told told, MigrationId id, List<Migration> migrations) {
    told.session()
        .execute("DELETE FROM %s WHERE description = ?".formatted(told.name()), id + ENDING);
  }
}
