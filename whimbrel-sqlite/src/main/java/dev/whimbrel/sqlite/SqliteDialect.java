package dev.whimbrel.sqlite;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.StatementRules;
import dev.whimbrel.dialect.StoredFiles;
import dev.whimbrel.dialect.Symptoms;
import dev.whimbrel.plan.Fill;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Planner;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.forecast.Forecaster;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.rules.DropTable;
import dev.whimbrel.review.rules.GeneralRules;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.schema.Conversion;
import dev.whimbrel.sqlite.forecast.FileReadings;
import dev.whimbrel.sqlite.forecast.WordForecaster;
import dev.whimbrel.sqlite.inspect.SqliteInspector;
import dev.whimbrel.sqlite.normalize.SqliteNormalizer;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.Script;
import dev.whimbrel.sqlite.render.SqliteRenderer;
import dev.whimbrel.sqlite.rewrite.DropChildrenFirst;
import dev.whimbrel.sqlite.rewrite.RebuildTables;
import dev.whimbrel.sqlite.rewrite.StandAside;
import dev.whimbrel.sqlite.rules.CopiedTable;
import dev.whimbrel.sqlite.rules.DroppedTable;
import dev.whimbrel.sqlite.rules.OpaqueLoss;
import dev.whimbrel.sqlite.rules.TableRebuild;
import dev.whimbrel.sqlite.run.DatabaseFile;
import dev.whimbrel.sqlite.run.SqliteFrame;
import dev.whimbrel.sqlite.run.SqliteLock;
import dev.whimbrel.sqlite.run.SqliteRules;
import dev.whimbrel.sqlite.run.SqliteSymptoms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** SQLite, from 3.35 on. */
public final class SqliteDialect implements Dialect {
  private static final String HISTORY = "_whimbrel_history";
  private static final Duration PATIENCE_WITH_READERS = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean speaks(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:sqlite:");
  }

  @Override
  public String quote(String name) {
    return Names.quoted(name);
  }

  @Override
  public Normalizer normalizer() {
    return new SqliteNormalizer();
  }

  @Override
  public Renderer renderer() {
    return new SqliteRenderer(List.of());
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector(normalizer());
  }

  @Override
  public Splitter splitter() {
    return Script::statements;
  }

  @Override
  public MigrationLock lock() {
    return new SqliteLock();
  }

  @Override
  public MigrationFrame frame() {
    return new SqliteFrame(PATIENCE_WITH_READERS);
  }

  @Override
  public List<ScriptRule> scriptRules() {
    return Stream.concat(
            GeneralRules.all().stream()
                .map(rule -> rule instanceof DropTable drop ? new DroppedTable(drop) : rule),
            Stream.of(new CopiedTable()))
        .toList();
  }

  @Override
  public StatementRules statementRules() {
    return new SqliteRules();
  }

  @Override
  public String columnsQuery() {
    return "SELECT name FROM pragma_table_info(?)";
  }

  @Override
  public Symptoms symptoms() {
    return new SqliteSymptoms();
  }

  @Override
  public Optional<String> memoryUrl() {
    return Optional.of("jdbc:sqlite::memory:");
  }

  @Override
  public Optional<StoredFiles> files(String jdbcUrl) {
    return DatabaseFile.of(jdbcUrl);
  }

  @Override
  public HistoryTable historyTable() {
    return new HistoryTable(
        HISTORY,
        List.of(HistoryTable.creation(HISTORY)),
        "SELECT 1 AS present FROM sqlite_schema WHERE name = '" + HISTORY + "'");
  }

  @Override
  public List<Rewrite> rewrites() {
    return rewrites(List.of());
  }

  @Override
  public Planner planner(Guidance guidance) {
    guidance.conversions().stream().findFirst().ifPresent(SqliteDialect::refuse);
    return new Planner(new SqliteRenderer(guidance.fills()), rewrites(guidance.fills()));
  }

  private static void refuse(Conversion told) {
    throw new RefusedException(
        "SQLite cannot be told how to convert the values of %s.%s; leave that line out"
            .formatted(told.table(), told.column()));
  }

  /** SQLite keeps the letters of a name, and finds it whatever their case. */
  @Override
  public boolean sameName(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  private static List<Rewrite> rewrites(List<Fill> fills) {
    return List.of(new RebuildTables(fills), new StandAside(), new DropChildrenFirst());
  }

  @Override
  public List<Rule> rules() {
    return List.of(new TableRebuild(), new OpaqueLoss());
  }

  @Override
  public Readings readings(Session session) {
    return new FileReadings(session).read();
  }

  @Override
  public Forecaster forecaster() {
    return new WordForecaster();
  }
}
