package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

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
    List<Row> rows = told.rows("created_at");
    Map<Row, Migration> ran = ran(rows, migrations);
    return rows.stream()
        .map(row -> claim(new Claims(told.name()), row, Optional.ofNullable(ran.get(row))))
        .toList();
  }

  /**
   * What each row is about: by its name, by its hash; and where both are of no use, since the file
   * was edited, by the time that the journal has for it, which Drizzle copies.
   */
  private static Map<Row, Migration> ran(List<Row> rows, List<Migration> migrations) {
    var ran = new IdentityHashMap<Row, Migration>();
    var unclaimed = new ArrayList<>(migrations);
    List<BiPredicate<Row, Migration>> marks =
        List.of(DrizzleHistory::isNamed, DrizzleHistory::isHashed, DrizzleHistory::isOfThatTime);
    for (BiPredicate<Row, Migration> mark : marks) {
      for (Row row : rows) {
        if (!ran.containsKey(row)) {
          unclaimed.stream()
              .filter(each -> mark.test(row, each))
              .findFirst()
              .ifPresent(each -> {
                ran.put(row, each);
                unclaimed.remove(each);
              });
        }
      }
    }
    return ran;
  }

  private static Claim claim(Claims claims, Row row, Optional<Migration> ran) {
    var at = Told.moment(row.find("applied_at"));
    String hash = row.find("hash").orElse("");
    return ran.map(
            each -> isHashed(row, each) ? claims.applied(each, at) : claims.edited(each, hash, at))
        .orElseGet(
            () -> claims.gone(row.find("name").orElse("a script with the hash " + hash), hash, at));
  }

  private static boolean isNamed(Row row, Migration migration) {
    return row.find("name").filter(migration.id().value()::equals).isPresent();
  }

  private static boolean isHashed(Row row, Migration migration) {
    return Hashes.isSha256(row.find("hash").orElse(""), migration.up().written());
  }

  private static boolean isOfThatTime(Row row, Migration migration) {
    return migration
        .madeAt()
        .map(moment -> String.valueOf(moment.toEpochMilli()))
        .equals(row.find("created_at"));
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
    removeEdited(told, migration);
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

  /** The row of what ran before the file was edited, if that can be no other's. */
  private static void removeEdited(Told told, Migration migration) {
    if (told.has("name")) {
      told.session()
          .execute("DELETE FROM %s WHERE name = ?".formatted(told.name()), migration.id().value());
    } else if (migration.madeAt().isPresent()) {
      long when = migration.madeAt().get().toEpochMilli();
      told.session()
          .execute(
              "DELETE FROM %1$s WHERE created_at = ? AND 1 = (SELECT count(*) FROM %1$s WHERE created_at = ?)"
                  .formatted(told.name()),
              when,
              when);
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
