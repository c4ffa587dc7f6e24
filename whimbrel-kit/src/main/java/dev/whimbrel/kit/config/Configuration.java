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
    Optional<SeedSettings> seed) {
  /** The folder that relative paths start from. */
  public Path folder() {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
  }

  /** The same for another database. */
  public Configuration at(DatabaseSettings other) {
    return new Configuration(
        file, dialect, schema, migrations, Optional.of(other), isProtected, scope, scratch, seed);
  }

  /** The same, with another part of the database looked at. */
  public Configuration within(Scope other) {
    return new Configuration(
        file, dialect, schema, migrations, database, isProtected, other, scratch, seed);
  }
}
