package dev.whimbrel.postgres;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.plan.SeparateForeignKeys;
import dev.whimbrel.postgres.inspect.PostgresInspector;
import dev.whimbrel.postgres.normalize.PostgresNormalizer;
import dev.whimbrel.postgres.observe.PostgresObserver;
import dev.whimbrel.postgres.render.PostgresRenderer;
import dev.whimbrel.postgres.rewrite.KeepTables;
import dev.whimbrel.postgres.rewrite.MakeWay;
import dev.whimbrel.postgres.rules.ForeignKeyLocksBoth;
import dev.whimbrel.postgres.rules.IndexBlocksWrites;
import dev.whimbrel.postgres.rules.OutsideTransaction;
import dev.whimbrel.postgres.rules.ScriptRules;
import dev.whimbrel.postgres.run.AdvisoryLock;
import dev.whimbrel.postgres.run.OneTransaction;
import dev.whimbrel.postgres.script.PostgresSplitter;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.sql.StatementReader;
import java.util.List;
import java.util.Optional;

/** PostgreSQL, from version 12 on. */
public final class PostgresDialect implements Dialect {
  private static final String HISTORY = "_whimbrel_history";

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean speaks(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  @Override
  public String quote(String name) {
    return Identifier.quoted(name);
  }

  @Override
  public Normalizer normalizer() {
    return new PostgresNormalizer();
  }

  @Override
  public Normalizer normalizerOn(Session empty) {
    return new ServerNormalizer(this, empty);
  }

  @Override
  public Renderer renderer() {
    return new PostgresRenderer();
  }

  @Override
  public Inspector inspector() {
    return new PostgresInspector(normalizer());
  }

  @Override
  public Splitter splitter() {
    return new PostgresSplitter();
  }

  @Override
  public MigrationLock lock() {
    return new AdvisoryLock();
  }

  @Override
  public MigrationFrame frame() {
    return new OneTransaction();
  }

  @Override
  public HistoryTable historyTable() {
    return new HistoryTable(
        HISTORY,
        List.of(HistoryTable.creation(HISTORY)),
        "SELECT 1 AS present WHERE to_regclass('" + HISTORY + "') IS NOT NULL");
  }

  @Override
  public List<Rewrite> rewrites() {
    return List.of(new KeepTables(), new SeparateForeignKeys(), new MakeWay());
  }

  @Override
  public List<Rule> rules() {
    return List.of(new IndexBlocksWrites(), new ForeignKeyLocksBoth());
  }

  @Override
  public List<ScriptRule> scriptRules() {
    return ScriptRules.all();
  }

  @Override
  public Optional<Observer> observer() {
    return Optional.of(new PostgresObserver());
  }

  @Override
  public boolean runsAlone(List<SqlStatement> statements) {
    return statements.stream()
        .anyMatch(each -> OutsideTransaction.is(StatementReader.read(each.sql())));
  }
}
