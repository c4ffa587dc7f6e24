package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.config.Configuration;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.kit.config.SchemaLocation;
import dev.whimbrel.kit.source.JavaSource;
import dev.whimbrel.kit.sql.SqlSource;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a use case works on: a schema, a directory of migrations, a database, as the configuration
 * names them. Each is looked for only when it is needed.
 *
 * @param cache a folder in which things may be kept that can be made again
 */
public record Project(
    Configuration configuration, Dialects dialects, Clock clock, Optional<Path> cache) {
  private static final Pattern RELATIVE_FILE = Pattern.compile("jdbc:sqlite:(?![:/]|file:)(.+)");

  /** The dialect that the configuration names, or else the one that its database speaks. */
  public Dialect dialect() {
    return configuration.dialect().map(dialects::named).orElseGet(() -> speaking(url()));
  }

  private Dialect speaking(ConnectionUrl url) {
    return dialects.speaking(url.jdbcUrl(), url.shown());
  }

  public WhimbrelDirectory directory() {
    return new WhimbrelDirectory(configuration.migrations());
  }

  /** Where the desired schema is written. */
  public SchemaSource source() {
    return switch (location()) {
      case SchemaLocation.Sources(var paths) -> source(paths);
      case SchemaLocation.Classes(var classpath, var packageName) ->
          JavaSource.ofClasses(classpath, packageName);
    };
  }

  /** The schema that is written at these places. */
  public SchemaSource source(List<Path> paths) {
    return SqlSource.isMeantBy(paths)
        ? new SqlSource(paths, dialect())
        : JavaSource.ofSources(paths, List.of(), cache.map(folder -> folder.resolve("classes")));
  }

  /** The wanted schema, spelled as the one that is there wherever both mean the same. */
  public Schema settled(Schema from, List<Change> renames, Schema to) {
    return new ScratchSpelling(dialect()).settled(Change.applyAll(renames, from), to);
  }

  public boolean hasDatabase() {
    return configuration.database().isPresent();
  }

  /** Connects to the database. */
  public JdbcSession open() {
    return JdbcSession.open(url());
  }

  /**
   * The way to the database; a file is looked for beside the configuration, wherever we are.
   *
   * @throws ConfigurationException if the configuration names no database
   */
  public ConnectionUrl url() {
    DatabaseSettings settings = configuration.database().orElseThrow(this::noDatabase);
    ConnectionUrl url =
        ConnectionUrl.parse(settings.url()).with(settings.user(), settings.password());
    var file = RELATIVE_FILE.matcher(url.jdbcUrl());
    return file.matches()
        ? new ConnectionUrl(
            "jdbc:sqlite:" + configuration.folder().resolve(file.group(1)),
            url.user(),
            url.password())
        : url;
  }

  private SchemaLocation location() {
    return configuration
        .schema()
        .orElseThrow(() ->
            new ConfigurationException(
                "%s does not say where the schema is. Add a line such as: schema: schema"
                    .formatted(configuration.file())));
  }

  private ConfigurationException noDatabase() {
    return new ConfigurationException(
        "%s names no database. Add database.url there, set DATABASE_URL, or pass --database URL."
            .formatted(configuration.file()));
  }
}
