package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrateResult;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.postgres.run.OpenTransactions;
import dev.whimbrel.postgres.run.RetriedTransaction;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.HaltedRun.Moment;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others do to a run on PostgreSQL: sit on a lock, cut the connection, leave an orphan. */
@ExtendWith(SharedDatabases.class)
class TroubleOnPostgresTest {
  private static final MigrationId FIRST = new MigrationId("20260101000000_first");
  private static final MigrationId SECOND = new MigrationId("20260102000000_second");

  private final TestDatabases databases;
  private final List<RunEvent> events = new ArrayList<>();
  @TempDir Path folder;
  WhimbrelDirectory directory;
  TestDatabase database;
  JdbcSession other;

  TroubleOnPostgresTest(TestDatabases databases) {
    this.databases = databases;
  }

  @BeforeEach
  void open() {
    directory = new WhimbrelDirectory(folder);
    database = databases.postgres();
    other = JdbcSession.open(database.url());
    add(FIRST, "CREATE TABLE a (id int PRIMARY KEY);\nINSERT INTO a VALUES (1);\n");
    migrate(database.session());
  }

  @AfterEach
  void close() {
    other.close();
    database.close();
  }

  /** The peers' fault injection: the commit is slow, and the run dies in it. */
  @Test
  void aRunThatDiesWithinTheCommitHasNeitherOrBoth() throws Exception {
    other.execute(
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END'");
    other.execute(
        "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON _whimbrel_history DEFERRABLE"
            + " INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()");
    add(SECOND, "CREATE TABLE b (id int);\n");
    int commit = callsOf("commit");
    HaltedRun.start(database.url(), folder, Action.MIGRATE, commit, Moment.WITHIN)
        .kill(() -> awaitStatement("COMMIT"));
    migrate(other);
    assertThat(applied(SECOND)).isEqualTo(1);
    assertThat(other.query("SELECT * FROM b")).isEmpty();
  }

  @Test
  void anOrphanAtWorkKeepsTheNextRunOutAndSaysWhoItIs() throws Exception {
    add(SECOND, "SELECT pg_sleep(4);\nCREATE TABLE b (id int);\n");
    int sleep = callsOf("SELECT pg_sleep(4)");
    HaltedRun.start(database.url(), folder, Action.MIGRATE, sleep, Moment.WITHIN)
        .kill(() -> awaitStatement("SELECT pg_sleep(4)"));
    assertThatThrownBy(() -> migrator(other, Duration.ofMillis(200)).migrate(Optional.empty()))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("process ")
        .hasMessageContaining("application whimbrel");
    assertThat(migrate(other).applied()).containsExactly(SECOND);
  }

  @Test
  void aLockThatIsHeldShortlyIsWaitedForInTurns() {
    add(SECOND, "ALTER TABLE a ADD COLUMN b int;\n");
    var holder = CompletableFuture.runAsync(() -> hold("SELECT * FROM a", 6));
    awaitStatement("%FROM pg_sleep%");
    assertThat(migrate(database.session()).applied()).containsExactly(SECOND);
    assertThat(events).anyMatch(RunEvent.TriedAgain.class::isInstance);
    holder.join();
  }

  @Test
  void whoStaysInTheWayIsNamedBeforehandAndAfterTheLastTry() {
    var holder = CompletableFuture.runAsync(() -> hold("SELECT * FROM a", 3));
    awaitStatement("%FROM pg_sleep%");
    database.session().query("SELECT 1 AS one FROM pg_sleep(1.1)");
    assertThat(new OpenTransactions(Duration.ofSeconds(1)).inTheWay(other))
        .singleElement()
        .satisfies(named -> assertThat(named).contains("process ", "whimbrel"));
    other.execute("SET lock_timeout = '50ms'");
    assertThatThrownBy(() ->
            new RetriedTransaction(2, Duration.ofMillis(10))
                .run(other, List.of(), () -> other.execute("ALTER TABLE a ADD COLUMN b int")))
        .isInstanceOf(DatabaseException.class)
        .satisfies(refused ->
            assertThat(((DatabaseException) refused).hint().orElse(""))
                .contains("Tried 2 times. In the way may be: ", "process "));
    holder.join();
  }

  @Test
  void aCutConnectionIsToldAndTheNextRunGoesOn() {
    add(SECOND, "CREATE TABLE b (id int);\nSELECT pg_terminate_backend(pg_backend_pid());\n");
    try (var cut = JdbcSession.open(database.url())) {
      assertThat(catchThrowableOfType(MigrationFailedException.class, () -> migrate(cut)))
          .hasMessageContaining("The database went away during " + SECOND);
    }
    replace(SECOND, "CREATE TABLE b (id int);\n");
    assertThat(migrate(other).applied()).containsExactly(SECOND);
  }

  @Test
  void anIndexThatTheRunDiedOnIsMadeAgain() throws Exception {
    add(SECOND, "CREATE INDEX CONCURRENTLY a_idx ON a (id);\nINSERT INTO a VALUES (2);\n");
    int index = callsOf("CREATE INDEX CONCURRENTLY a_idx ON a (id)");
    var holder = CompletableFuture.runAsync(() -> hold("INSERT INTO a VALUES (7)", 3));
    awaitStatement("%FROM pg_sleep%");
    HaltedRun.start(database.url(), folder, Action.MIGRATE, index, Moment.WITHIN)
        .kill(() -> awaitStatement("CREATE INDEX CONCURRENTLY%"));
    migrate(other);
    holder.join();
    assertThat(other.query("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
    assertThat(other.query("SELECT 1 FROM a WHERE id = 2")).hasSize(1);
    assertThat(applied(SECOND)).isEqualTo(1);
  }

  /** Valid, announced, and not ours: nobody but a person can say what it is. */
  @Test
  void anIndexOfAnotherDefinitionInItsPlaceIsNotTakenForIt() {
    add(SECOND, "CREATE INDEX CONCURRENTLY a_idx ON a (id);\n");
    other.execute("CREATE INDEX a_idx ON a ((id + 1))");
    assertThatThrownBy(() -> migrate(database.session()))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("already exists");
    assertThatThrownBy(() -> migrate(other))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("with another definition")
        .hasMessageContaining("Drop or rename it");
    other.execute("DROP INDEX a_idx");
    assertThat(migrate(other).applied()).containsExactly(SECOND);
  }

  @Test
  void anIndexThatIsThereAsItWasMeantIsDone() {
    add(SECOND, "CREATE INDEX CONCURRENTLY a_idx ON a (id) WHERE id > 0;\n");
    other.execute("CREATE INDEX a_idx ON a USING btree (id) WHERE (id > 0)");
    assertThatThrownBy(() -> migrate(database.session()))
        .isInstanceOf(MigrationFailedException.class);
    assertThat(migrate(other).applied()).containsExactly(SECOND);
    assertThat(events).anyMatch(RunEvent.FoundDone.class::isInstance);
  }

  @Test
  void theHolderOfTheLockVanishes() throws Exception {
    add(SECOND, "CREATE TABLE b (id int);\n");
    int last = callsOf("CREATE TABLE b (id int)");
    var run = HaltedRun.start(database.url(), folder, Action.MIGRATE, last, Moment.BEFORE);
    assertThat(run.words().readLine()).isEqualTo("reached");
    var waiting = CompletableFuture.supplyAsync(() -> migrate(other));
    run.process().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    assertThat(waiting.join().applied()).containsExactly(SECOND);
  }

  private void hold(String sql, int seconds) {
    try (var holder = JdbcSession.open(database.url())) {
      holder.inTransaction(() -> {
        holder.query("SELECT 1 AS one");
        if (sql.startsWith("SELECT")) {
          holder.query(sql);
        } else {
          holder.execute(sql);
        }
        holder.query("SELECT 1 AS one FROM pg_sleep(?)", seconds);
      });
    }
  }

  private void awaitStatement(String pattern) {
    String sql =
        "SELECT 1 AS one FROM pg_stat_activity WHERE query LIKE ? AND state = 'active'"
            + " AND pid <> pg_backend_pid() AND datname = current_database()";
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (other.query(sql, pattern).isEmpty()) {
      assertThat(System.nanoTime()).as("time for " + pattern).isLessThan(end);
    }
  }

  private int callsOf(String sql) {
    var recorded = new ArrayList<String>();
    try (var trial = databases.postgres()) {
      migrator(trial.session(), Duration.ofSeconds(5)).migrate(Optional.of(FIRST));
      var halting = new HaltingSession(trial.session(), number -> {});
      migrator(halting, Duration.ofSeconds(5)).migrate(Optional.empty());
      recorded.addAll(halting.calls());
    }
    return recorded.lastIndexOf(sql) + 1;
  }

  private long applied(MigrationId id) {
    return other
        .query(
            "SELECT count(*) AS n FROM _whimbrel_history WHERE state = 'applied' AND id = ?",
            id.value())
        .getFirst()
        .number("n");
  }

  private void add(MigrationId id, String up) {
    directory.add(id, Map.of("migration.sql", up));
  }

  private void replace(MigrationId id, String up) {
    try {
      Files.writeString(folder.resolve(id.value()).resolve("migration.sql"), up);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private MigrateResult migrate(Session session) {
    return migrator(session, Duration.ofSeconds(30)).migrate(Optional.empty());
  }

  private Migrator migrator(Session session, Duration patience) {
    return new Migrator(
        session, new PostgresDialect(), directory, events::add, Clock.systemUTC(), patience);
  }
}
