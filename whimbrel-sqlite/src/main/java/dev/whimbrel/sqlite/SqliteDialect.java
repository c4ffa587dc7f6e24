package dev.whimbrel.sqlite;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.StatementRules;
import dev.whimbrel.dialect.Symptoms;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.review.Rule;
import dev.whimbrel.sqlite.inspect.SqliteInspector;
import dev.whimbrel.sqlite.normalize.SqliteNormalizer;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.Script;
import dev.whimbrel.sqlite.render.SqliteRenderer;
import dev.whimbrel.sqlite.rewrite.DropChildrenFirst;
import dev.whimbrel.sqlite.rewrite.RebuildTables;
import dev.whimbrel.sqlite.rewrite.StandAside;
import dev.whimbrel.sqlite.rules.OpaqueLoss;
import dev.whimbrel.sqlite.rules.TableRebuild;
import dev.whimbrel.sqlite.run.SqliteFrame;
import dev.whimbrel.sqlite.run.SqliteLock;
import dev.whimbrel.sqlite.run.SqliteRules;
import dev.whimbrel.sqlite.run.SqliteSymptoms;
import java.time.Duration;
import java.util.List;

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
    return new SqliteRenderer();
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
  public StatementRules statementRules() {
    return new SqliteRules();
  }

  @Override
  public Symptoms symptoms() {
    return new SqliteSymptoms();
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
    return List.of(new RebuildTables(), new StandAside(), new DropChildrenFirst());
  }

  @Override
  public List<Rule> rules() {
    return List.of(new TableRebuild(), new OpaqueLoss());
  }
}
