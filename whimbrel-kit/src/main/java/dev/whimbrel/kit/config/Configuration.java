package dev.whimbrel.kit.config;

import dev.whimbrel.kit.compare.Scope;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code whimbrel.yaml} says, for one environment.
 *
 * @param file the file it was read from; all paths in it are relative to its folder
 * @param dialect the name of the dialect, where it is given
 * @param schema where the schema is written, where that is given
 * @param migrations where migrations are, and how they are kept
 * @param scope which part of a database is looked at
 * @param scratch the server where things are tried; without one, it is one of our own
 * @param seed what puts rows into a database for development
 * @param review how careful to be
 */
public record Configuration(
    Path file,
    Optional<String> dialect,
    Optional<SchemaLocation> schema,
    MigrationSettings migrations,
    Optional<DatabaseSettings> database,
    boolean isProtected,
    Scope scope,
    Optional<DatabaseSettings> scratch,
    Optional<SeedSettings> seed,
    ReviewSettings review) {
  /** The folder that relative paths start from. */
  public Path folder() {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
  }

  /** The same for another database. */
  public Configuration at(DatabaseSettings other) {
    return new Configuration(
        file,
        dialect,
        schema,
        migrations,
        Optional.of(other),
        isProtected,
        scope,
        scratch,
        seed,
        review);
  }

  /** The same with other migrations. */
  public Configuration migrating(MigrationSettings other) {
    return new Configuration(
        file, dialect, schema, other, database, isProtected, scope, scratch, seed, review);
  }

  /** The same in a dialect; where that is another one, without the servers that do not speak it. */
  public Configuration speaking(String other) {
    Optional<String> wanted = Optional.of(other);
    return wanted.equals(dialect)
        ? this
        : new Configuration(
            file,
            wanted,
            schema,
            migrations,
            Optional.empty(),
            isProtected,
            scope,
            Optional.empty(),
            seed,
            review);
  }

  /** The same, with another part of the database looked at. */
  public Configuration within(Scope other) {
    return new Configuration(
        file, dialect, schema, migrations, database, isProtected, other, scratch, seed, review);
  }
}
