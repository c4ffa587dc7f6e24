package dev.whimbrel.kit;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.kit.config.Configuration;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.kit.config.MigrationSettings;
import dev.whimbrel.kit.config.SchemaLocation;
import dev.whimbrel.kit.prove.ProofRecords;
import dev.whimbrel.kit.source.JavaSource;
import dev.whimbrel.kit.sql.ScratchPlace;
import dev.whimbrel.kit.sql.SqlSource;
import dev.whimbrel.kit.statistics.StatisticsFile;
import dev.whimbrel.migrate.adopt.Adopted;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.history.Predecessor;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a use case works on: a schema, a directory of migrations, a database, as the configuration
 * names them. Each is looked for only when it is needed.
 *
 * @param cache a folder in which things may be kept that can be made again
 * @param listener is handed each connection as soon as it is open
 */
public record Project(
    Configuration configuration,
    Dialects dialects,
    Clock clock,
    Optional<Path> cache,
    Consumer<JdbcSession> listener) {
  /** A project of which nobody wants to know when it connects. */
  public Project(
      Configuration configuration, Dialects dialects, Clock clock, Optional<Path> cache) {
    this(configuration, dialects, clock, cache, session -> {});
  }

  /** The dialect that the configuration names, or else the one that its database speaks. */
  public Dialect dialect() {
    return configuration.dialect().map(dialects::named).orElseGet(() -> speaking(url()));
  }

  private Dialect speaking(ConnectionUrl url) {
    return dialects.speaking(url.jdbcUrl(), url.shown());
  }

  public MigrationDirectory directory() {
    return configuration.migrations().layout().open();
  }

  /** What applies the migrations, and knows what another tool did before. */
  Migrator migrator(Session session, Consumer<RunEvent> listener) {
    return new Migrator(session, dialect(), directory(), listener, clock).following(predecessor());
  }

  /** What another tool knows of the migrations, and where it keeps that. */
  Predecessor predecessor() {
    MigrationSettings migrations = configuration.migrations();
    return Adopted.of(
        migrations.layout().layout(),
        dialect(),
        directory(),
        migrations.table(),
        migrations.alongside(),
        clock);
  }

  /** What was proved of the migrations. */
  ProofRecords proofs() {
    return new ProofRecords(configuration.migrations().layout());
  }

  /** Numbers about the database that is in use, if somebody has taken any. */
  public Optional<Statistics> statistics() {
    return new StatisticsFile(configuration.review().statistics()).read();
  }

  /** The tables with which others are to go on while a migration runs. */
  LiveTables live() {
    return new KnownSizes(configuration.review().online(), statistics()).live();
  }

  /** Where the desired schema is written. */
  public SchemaSource source() {
    return switch (location()) {
      case SchemaLocation.Sources(var paths) -> source(paths);
      case SchemaLocation.Classes(var classpath, var packageName) ->
          JavaSource.ofClasses(classpath, packageName).inWordsOf(dialect().name());
    };
  }

  /** The schema that is written at these places. */
  public SchemaSource source(List<Path> paths) {
    return SqlSource.isMeantBy(paths)
        ? new SqlSource(paths, dialect(), scratch())
        : JavaSource.ofSources(paths, List.of(), cache.map(folder -> folder.resolve("classes")))
            .inWordsOf(dialect().name());
  }

  /** Where things are tried. */
  ScratchPlace scratch() {
    return new ScratchPlace(configuration.scratch());
  }

  /** What of the database behind a session is looked at. */
  public Schema inspected(Session session) {
    return scoped(dialect().inspector().inspect(session));
  }

  /** What of a schema is looked at. */
  public Schema scoped(Schema whole) {
    return configuration.scope().of(whole, dialect()::goesWithTable);
  }

  public boolean hasDatabase() {
    return configuration.database().isPresent();
  }

  /**
   * Connects to the database, and makes the file of one that is a file and not there yet.
   *
   * @throws ConfigurationException if it is of another kind than the configuration says
   */
  public JdbcSession open() {
    return opened(
        embedded().map(KeptDatabase::open).orElseGet(() -> JdbcSession.open(urlOfThisKind())));
  }

  /** Connects to read; where there is no file yet, to a database that is as empty as that. */
  public JdbcSession openToRead() {
    return missingFile().isEmpty() ? open() : opened(DatabaseFile.nothing());
  }

  /** The file that the database is going to be, if it is a file and not there yet. */
  public Optional<Path> missingFile() {
    return embedded().isPresent()
        ? Optional.empty()
        : new DatabaseFile(urlOfThisKind()).path().filter(Files::notExists);
  }

  private ConnectionUrl urlOfThisKind() {
    ConnectionUrl url = url();
    if (!dialect().speaks(url.jdbcUrl())) {
      throw new ConfigurationException(
          "%s says dialect: %s, but %s is of another kind. Change one of the two; nothing was begun."
              .formatted(configuration.file(), dialect().name(), url.shown()));
    }
    return url;
  }

  /**
   * The way to the database; a file is looked for beside the configuration, wherever we are.
   *
   * @throws ConfigurationException if the configuration names no database
   */
  public ConnectionUrl url() {
    DatabaseSettings settings = settings();
    return settings.isEmbedded()
        ? KeptDatabase.url()
        : new DatabaseFile(
                ConnectionUrl.parse(settings.url()).with(settings.user(), settings.password()))
            .in(configuration.folder());
  }

  private JdbcSession opened(JdbcSession session) {
    listener.accept(session);
    return session;
  }

  private DatabaseSettings settings() {
    return configuration.database().orElseThrow(this::noDatabase);
  }

  private Optional<KeptDatabase> embedded() {
    return Optional.of(settings())
        .filter(DatabaseSettings::isEmbedded)
        .map(settings -> KeptDatabase.of(configuration));
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
