package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Prisma's {@code _prisma_migrations}: a row for each try, which ended well, badly, was declared
 * rolled back, or did not end.
 */
record PrismaHistory(Clock clock) implements OtherHistory {
  @Override
  public List<String> names(String dialect) {
    return List.of("_prisma_migrations");
  }

  @Override
  public List<Claim> claims(Told told, List<Migration> migrations) {
    return told.rows("started_at").stream().map(row -> claim(told, row, migrations)).toList();
  }

  private static Claim claim(Told told, Row row, List<Migration> migrations) {
    var claims = new Claims(told.name());
    var id = new MigrationId(row.text("migration_name"));
    Optional<Instant> at = Told.moment(row.find("finished_at").or(() -> row.find("started_at")));
    if (row.find("rolled_back_at").isPresent()) {
      return claims.rolledBack(id, Told.moment(row.find("rolled_back_at")));
    }
    if (row.find("finished_at").isEmpty()) {
      return claims.failed(
          id, row.find("logs").orElse("it never ended"), at, Optional.of(cure(id)));
    }
    String checksum = row.find("checksum").orElse("");
    return migrations.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each ->
            Hashes.isSha256(checksum, each.up().written())
                ? claims.applied(each, at)
                : claims.edited(each, checksum, at))
        .orElseGet(() -> claims.gone(id.value(), checksum, at));
  }

  private static String cure(MigrationId id) {
    return "tell Prisma: prisma migrate resolve --applied %1$s, or --rolled-back %1$s"
        .formatted(id);
  }

  @Override
  public List<String> creation(String dialect, String name) {
    String moment = dialect.equals("sqlite") ? "DATETIME" : "TIMESTAMPTZ";
    String now = dialect.equals("sqlite") ? "current_timestamp" : "now()";
    String count = dialect.equals("sqlite") ? "INTEGER UNSIGNED" : "INTEGER";
    return List.of(
        """
        CREATE TABLE %1$s (
          id VARCHAR(36) PRIMARY KEY NOT NULL,
          checksum VARCHAR(64) NOT NULL,
          finished_at %2$s,
          migration_name VARCHAR(255) NOT NULL,
          logs TEXT,
          rolled_back_at %2$s,
          started_at %2$s NOT NULL DEFAULT %3$s,
          applied_steps_count %4$s NOT NULL DEFAULT 0
        )\
        """
            .formatted(name, moment, now, count));
  }

  @Override
  public void applied(Told told, Migration migration, Duration duration) {
    rolledBack(told, migration.id(), List.of());
    told.session()
        .execute(
            """
            INSERT INTO %s (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
            VALUES (?, ?, CURRENT_TIMESTAMP, ?, CURRENT_TIMESTAMP, 1)\
            """
                .formatted(told.name()),
            UUID.randomUUID().toString(),
            Hashes.sha256(migration.up().written()),
            migration.id().value());
  }

  @Override
  public void rolledBack(Told told, MigrationId id, List<Migration> migrations) {
    told.session()
        .execute(
            "UPDATE %s SET rolled_back_at = CURRENT_TIMESTAMP WHERE migration_name = ? AND rolled_back_at IS NULL"
                .formatted(told.name()),
            id.value());
  }
}
