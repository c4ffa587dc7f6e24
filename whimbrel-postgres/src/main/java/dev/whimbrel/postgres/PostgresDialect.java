package dev.whimbrel.postgres;

import dev.whimbrel.dialect.CrashInquiry;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Obstacles;
import dev.whimbrel.dialect.ServerTrace;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.StatementRules;
import dev.whimbrel.dialect.Symptoms;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.plan.SeparateForeignKeys;
import dev.whimbrel.postgres.forecast.SeenForecaster;
import dev.whimbrel.postgres.forecast.ServerReadings;
import dev.whimbrel.postgres.inspect.PostgresInspector;
import dev.whimbrel.postgres.normalize.PostgresNormalizer;
import dev.whimbrel.postgres.observe.PostgresObserver;
import dev.whimbrel.postgres.render.PostgresRenderer;
import dev.whimbrel.postgres.rewrite.FollowRenames;
import dev.whimbrel.postgres.rewrite.KeepHeirs;
import dev.whimbrel.postgres.rewrite.KeepSequences;
import dev.whimbrel.postgres.rewrite.KeepTables;
import dev.whimbrel.postgres.rewrite.MakeWay;
import dev.whimbrel.postgres.rewrite.ReformTables;
import dev.whimbrel.postgres.rewrite.ReleaseDefaults;
import dev.whimbrel.postgres.rules.ForeignKeyLocksBoth;
import dev.whimbrel.postgres.rules.IndexBlocksWrites;
import dev.whimbrel.postgres.rules.ScriptRules;
import dev.whimbrel.postgres.run.AdvisoryLock;
import dev.whimbrel.postgres.run.MissingRole;
import dev.whimbrel.postgres.run.OpenTransactions;
import dev.whimbrel.postgres.run.PostgresInquiry;
import dev.whimbrel.postgres.run.PostgresSymptoms;
import dev.whimbrel.postgres.run.RetriedTransaction;
import dev.whimbrel.postgres.run.RoleTrace;
import dev.whimbrel.postgres.script.PostgresRules;
import dev.whimbrel.postgres.script.PostgresSplitter;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Saying;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.forecast.Forecaster;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.schema.Opaque;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** PostgreSQL, from version 12 on. */
public final class PostgresDialect implements Dialect {
  /** What does something for a table; all else that goes with one is said of it. */
  private static final Set<String> PARTS_OF_TABLES =
      Set.of(
          "trigger",
          "policy",
          "rule",
          "statistics",
          "sequence owner",
          "invalid index",
          "index on only");

  private static final String HISTORY = "_whimbrel_history";
  private static final Pattern MISSING_EXTENSION =
      Pattern.compile(
          "extension \"([^\"]+)\" is not available|could not open extension control file"
              + " \"(?:[^\"]*/)?([^\"/]+)\\.control\"");
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofMinutes(1);

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
  public boolean goesWithTable(Opaque object) {
    return Saying.is(object) || PARTS_OF_TABLES.contains(object.objectKind());
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
  public Renderer renderer(Guidance guidance) {
    return new PostgresRenderer(guidance);
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
  public String columnsQuery() {
    return """
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = to_regclass(?::text) AND attnum > 0 AND NOT attisdropped\
    """;
  }

  @Override
  public MigrationFrame frame() {
    return new RetriedTransaction(TRIES, FIRST_PAUSE);
  }

  @Override
  public StatementRules statementRules() {
    return new PostgresRules();
  }

  @Override
  public CrashInquiry crashInquiry() {
    return new PostgresInquiry();
  }

  @Override
  public Symptoms symptoms() {
    return new PostgresSymptoms();
  }

  @Override
  public Obstacles obstacles() {
    return new OpenTransactions(LONG);
  }

  @Override
  public HistoryTable historyTable() {
    return new HistoryTable(
        HISTORY,
        List.of(HistoryTable.creation(HISTORY)),
        "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.oid = to_regclass('"
            + HISTORY
            + "')");
  }

  @Override
  public boolean supplies(String refusal, Session scratch) {
    return new MissingRole(refusal).supplied(scratch);
  }

  @Override
  public boolean reachesServer(String sql) {
    return RoleTrace.isIn(sql);
  }

  @Override
  public ServerTrace serverTrace(Session scratch) {
    return RoleTrace.begun(scratch);
  }

  @Override
  public Optional<String> missingExtension(DatabaseException refusal) {
    var found = MISSING_EXTENSION.matcher(String.valueOf(refusal.getMessage()));
    return found.find()
        ? Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(2)))
        : Optional.empty();
  }

  @Override
  public List<Rewrite> rewrites() {
    return List.of(
        new FollowRenames(),
        new ReformTables(),
        new KeepTables(),
        new KeepHeirs(),
        new KeepSequences(),
        new SeparateForeignKeys(),
        new MakeWay(),
        new ReleaseDefaults());
  }

  @Override
  public boolean renamesParts() {
    return true;
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
  public Readings readings(Session session) {
    return new ServerReadings(session).read();
  }

  @Override
  public Forecaster forecaster() {
    return new SeenForecaster();
  }

  @Override
  public Optional<Observer> observer() {
    return Optional.of(new PostgresObserver());
  }

  @Override
  public OptionalInt nameLimit() {
    return OptionalInt.of(63);
  }
}
