package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import dev.whimbrel.migrate.layout.Layout;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code schema_migrations}, which knows migrations by their number alone: a row for each, as
 * dbmate and Rails have it; or one row with the last number and whether it is whole, as
 * golang-migrate has it. goose and diesel keep the same under other names.
 *
 * @param layout which of the two forms a new table gets
 */
record VersionHistory(Layout layout) implements OtherHistory {
  @Override
  public List<String> names(String dialect) {
    return List.of("schema_migrations", "goose_db_version", "__diesel_schema_migrations");
  }

  @Override
  public List<Claim> claims(Told told, List<Migration> migrations) {
    return told.rows("id", "version").stream()
        .flatMap(row -> claims(told, row, migrations))
        .toList();
  }

  private static Stream<Claim> claims(Told told, Row row, List<Migration> migrations) {
    var claims = new Claims(told.name());
    BigInteger version =
        new BigInteger(row.find("version_id").orElseGet(() -> row.text("version")));
    if (told.has("dirty")) {
      return upTo(claims, version, row.flag("dirty"), migrations);
    }
    boolean applied = !told.has("is_applied") || row.flag("is_applied");
    Optional<Migration> ran =
        migrations.stream().filter(each -> number(each.id()).equals(version)).findFirst();
    var at = Told.moment(row.find("tstamp").or(() -> row.find("run_on")));
    if (ran.isEmpty()) {
      // goose begins with a row for version 0, which is no migration
      return applied && version.signum() > 0
          ? Stream.of(claims.gone(version.toString(), "", at))
          : Stream.empty();
    }
    return Stream.of(
        applied ? claims.applied(ran.get(), at) : claims.rolledBack(ran.get().id(), at));
  }

  private static Stream<Claim> upTo(
      Claims claims, BigInteger version, boolean dirty, List<Migration> migrations) {
    return migrations.stream()
        .filter(each -> number(each.id()).compareTo(version) <= 0)
        .map(each ->
            dirty && number(each.id()).equals(version)
                ? claims.failed(each.id(), "it is dirty", Optional.empty(), cure(each.id()))
                : claims.applied(each, Optional.empty()));
  }

  private static Optional<String> cure(MigrationId id) {
    return Optional.of(
        "tell golang-migrate: migrate force %1$s, or the version before it".formatted(number(id)));
  }

  /**
   * The digits in front of the name; 2024-01-31-101112 has as many as if it were written in one.
   */
  private static BigInteger number(MigrationId id) {
    String digits = id.value().replaceFirst("_.*", "").replaceAll("[^0-9]", "");
    return digits.isEmpty() ? BigInteger.valueOf(-1) : new BigInteger(digits);
  }

  private static String digits(MigrationId id) {
    return id.value().replaceFirst("_.*", "").replaceAll("[^0-9]", "");
  }

  @Override
  public List<String> creation(String dialect, String name) {
    return List.of(
        layout == Layout.PAIRS
            ? "CREATE TABLE IF NOT EXISTS %s (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)"
                .formatted(name)
            : "CREATE TABLE IF NOT EXISTS %s (version varchar(128) PRIMARY KEY)".formatted(name));
  }

  @Override
  public void applied(Told told, Migration migration, Duration duration) {
    if (told.has("dirty")) {
      put(told, number(migration.id()).longValueExact());
      return;
    }
    remove(told, migration.id());
    if (told.has("is_applied")) {
      told.session()
          .execute(
              "INSERT INTO %s (version_id, is_applied) VALUES (?, ?)".formatted(told.name()),
              number(migration.id()).longValueExact(),
              true);
    } else {
      told.session()
          .execute(
              "INSERT INTO %s (version) VALUES (?)".formatted(told.name()), digits(migration.id()));
    }
  }

  /** The only row; an older number than the one that is there does not take its place. */
  private static void put(Told told, long version) {
    List<Row> before = told.rows("version");
    if (before.stream().noneMatch(row -> row.number("version") > version)) {
      replace(told, version);
    }
  }

  private static void replace(Told told, long version) {
    told.session().execute("DELETE FROM " + told.name());
    told.session()
        .execute(
            "INSERT INTO %s (version, dirty) VALUES (?, ?)".formatted(told.name()), version, false);
  }

  private static void remove(Told told, MigrationId id) {
    String column = told.has("version_id") ? "version_id" : "version";
    told.session()
        .execute(
            "DELETE FROM %s WHERE CAST(%s AS varchar(128)) = ?".formatted(told.name(), column),
            digits(id));
  }

  @Override
  public void rolledBack(Told told, MigrationId id, List<Migration> migrations) {
    if (!told.has("dirty")) {
      remove(told, id);
      return;
    }
    Optional<Migration> before =
        migrations.stream().takeWhile(each -> !each.id().equals(id)).reduce((one, next) -> next);
    told.session().execute("DELETE FROM " + told.name());
    before.ifPresent(each -> replace(told, number(each.id()).longValueExact()));
  }
}
