package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drizzle's {@code __drizzle_migrations}: a hash and a time for each, since 1.0 a name as well.
 * Drizzle itself looks at the last time only; here a migration ran if its name or its hash is
 * there.
 */
record DrizzleHistory(Clock clock) implements OtherHistory {
  @Override
  public List<String> names(String dialect) {
    return dialect.equals("sqlite")
        ? List.of("__drizzle_migrations")
        : List.of("drizzle.__drizzle_migrations", "__drizzle_migrations");
  }

  @Override
  public List<Claim> claims(Told told, List<Migration> migrations) {
    var unclaimed = new ArrayList<>(migrations);
    return told.rows("created_at").stream().map(row -> claim(told, row, unclaimed)).toList();
  }

  private static Claim claim(Told told, Row row, List<Migration> unclaimed) {
    var claims = new Claims(told.name());
    var at = Told.moment(row.find("applied_at"));
    String hash = row.find("hash").orElse("");
    Optional<Migration> ran =
        byName(row, unclaimed)
            .or(() -> unclaimed.stream().filter(each -> isSame(hash, each)).findFirst());
    ran.ifPresent(unclaimed::remove);
    return ran.map(
            each -> isSame(hash, each) ? claims.applied(each, at) : claims.edited(each, hash, at))
        .orElseGet(
            () -> claims.gone(row.find("name").orElse("a script with the hash " + hash), hash, at));
  }

  private static Optional<Migration> byName(Row row, List<Migration> migrations) {
    return row.find("name")
        .flatMap(
            name -> migrations.stream().filter(each -> each.id().value().equals(name)).findFirst());
  }

  private static boolean isSame(String hash, Migration migration) {
    return Hashes.isSha256(hash, migration.up().written());
  }

  @Override
  public List<String> creation(String dialect, String name) {
    if (dialect.equals("sqlite")) {
      return List.of(
          """
          CREATE TABLE IF NOT EXISTS %s (
            id INTEGER PRIMARY KEY,
            hash text NOT NULL,
            created_at numeric,
            name text,
            applied_at TEXT
          )\
          """
              .formatted(name));
    }
    String schema = name.contains(".") ? name.substring(0, name.indexOf('.')) : "public";
    return List.of(
        "CREATE SCHEMA IF NOT EXISTS " + schema,
        """
        CREATE TABLE IF NOT EXISTS %s (
          id SERIAL PRIMARY KEY,
          hash text NOT NULL,
          created_at bigint,
          name text,
          applied_at timestamp with time zone DEFAULT now()
        )\
        """
            .formatted(name));
  }

  @Override
  public void applied(Told told, Migration migration, Duration duration) {
    String hash = Hashes.sha256(migration.up().written());
    long when = migration.madeAt().orElse(clock.instant()).toEpochMilli();
    if (told.has("name")) {
      told.session()
          .execute(
              "INSERT INTO %s (hash, created_at, name, applied_at) VALUES (?, ?, ?, CURRENT_TIMESTAMP)"
                  .formatted(told.name()),
              hash,
              when,
              migration.id().value());
    } else {
      told.session()
          .execute(
              "INSERT INTO %s (hash, created_at) VALUES (?, ?)".formatted(told.name()), hash, when);
    }
  }

  @Override
  public void rolledBack(Told told, MigrationId id, List<Migration> migrations) {
    for (Migration migration : migrations) {
      if (migration.id().equals(id)) {
        told.session()
            .execute(
                "DELETE FROM %s WHERE hash = ?".formatted(told.name()),
                Hashes.sha256(migration.up().written()));
      }
    }
  }
}
