package dev.whimbrel.scenarios.breadth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Databases that make it hard to read them: they move, or do not let everyone look. */
@ExtendWith(SharedDatabases.class)
class HardToReadTest {
  private final TestDatabases databases;
  private TestDatabase database;

  HardToReadTest(TestDatabases databases) {
    this.databases = databases;
  }

  @BeforeEach
  void open() {
    database = databases.postgres();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Schema inspected(Session session) {
    return new PostgresDialect().inspector().inspect(session);
  }

  /** One transaction moves a column and all that speaks of it from one table to the other. */
  @Test
  void aSchemaThatChangesWhileItIsReadIsNeverHalfThisAndHalfThat() {
    String there =
        "ALTER TABLE %1$s ADD COLUMN n integer DEFAULT 7 CHECK (n > 0);"
            + "CREATE INDEX %1$s_n ON %1$s (n) WHERE n > 1;"
            + "CREATE VIEW seen AS SELECT n FROM %1$s;"
            + "CREATE FUNCTION told() RETURNS integer LANGUAGE sql AS 'SELECT n FROM %1$s'";
    String gone =
        "DROP FUNCTION told(); DROP VIEW seen; DROP INDEX %1$s_n; ALTER TABLE %1$s DROP COLUMN n";
    Session session = database.session();
    session.execute("CREATE TABLE a (id integer); CREATE TABLE b (id integer)");
    session.execute(there.formatted("a"));
    Schema one = inspected(session);
    session.execute("BEGIN; " + gone.formatted("a") + ";" + there.formatted("b") + "; COMMIT");
    Schema other = inspected(session);
    var stop = new AtomicBoolean();
    var mover = CompletableFuture.runAsync(() -> move(stop, there, gone));
    int read = 0;
    for (int i = 0; i < 15; i++) {
      Optional<Schema> seen = attempt(session);
      read += seen.isPresent() ? 1 : 0;
      seen.ifPresent(schema -> assertThat(schema).isIn(one, other));
    }
    stop.set(true);
    mover.join();
    assertThat(read).isPositive();
  }

  private static Optional<Schema> attempt(Session session) {
    try {
      return Optional.of(inspected(session));
    } catch (RefusedException refusal) {
      assertThat(refusal).hasMessageContaining("while it was read");
      return Optional.empty();
    }
  }

  private void move(AtomicBoolean stop, String there, String gone) {
    try (JdbcSession session = JdbcSession.open(database.url())) {
      for (String from = "b"; !stop.get(); from = from.equals("a") ? "b" : "a") {
        String to = from.equals("a") ? "b" : "a";
        session.execute("BEGIN; " + gone.formatted(from) + ";" + there.formatted(to) + "; COMMIT");
        session.query("SELECT pg_sleep(0.4)");
      }
    }
  }

  /** What others write, and their temporary tables, are no changes of the schema. */
  @Test
  void aBusyDatabaseIsRead() {
    Session session = database.session();
    session.execute("CREATE TABLE a (id integer)");
    var stop = new AtomicBoolean();
    var writer = CompletableFuture.runAsync(() -> write(stop));
    for (int i = 0; i < 5; i++) {
      assertThat(inspected(session).tables().map(Table::title)).containsExactly("table a");
    }
    stop.set(true);
    writer.join();
  }

  private void write(AtomicBoolean stop) {
    try (JdbcSession session = JdbcSession.open(database.url())) {
      while (!stop.get()) {
        session.execute(
            "INSERT INTO a VALUES (1); CREATE TEMP TABLE t (n integer DEFAULT 1); DROP TABLE t");
      }
    }
  }

  private JdbcSession stranger() {
    database
        .session()
        .execute(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'whimbrel_stranger')"
                + " THEN CREATE ROLE whimbrel_stranger LOGIN PASSWORD 'stranger'; END IF; END $$");
    ConnectionUrl url =
        database.url().with(Optional.of("whimbrel_stranger"), Optional.of("stranger"));
    return JdbcSession.open(url);
  }

  /** The catalogues are open to all, so that nothing is missing in the picture. */
  @Test
  void whoMayReadNoTableSeesTheWholeSchema() {
    database
        .session()
        .execute(
            "CREATE SCHEMA hidden; CREATE TABLE hidden.t (id integer PRIMARY KEY, n integer CHECK (n > 0));"
                + "CREATE VIEW hidden.v AS SELECT n FROM hidden.t; CREATE SEQUENCE hidden.s;"
                + "REVOKE ALL ON SCHEMA hidden FROM PUBLIC");
    Schema whole = inspected(database.session());
    try (JdbcSession stranger = stranger()) {
      assertThat(inspected(stranger)).isEqualTo(whole);
    }
  }

  @Test
  void aCatalogueThatIsClosedIsNamed() {
    database.session().execute("CREATE TABLE t (id integer)");
    try (JdbcSession stranger = stranger()) {
      for (String closed : List.of("pg_policy", "pg_proc", "pg_constraint")) {
        database.session().execute("REVOKE SELECT ON pg_catalog." + closed + " FROM PUBLIC");
        assertThatThrownBy(() -> inspected(stranger))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("permission denied for table " + closed);
        database.session().execute("GRANT SELECT ON pg_catalog." + closed + " TO PUBLIC");
      }
    }
  }

  @Test
  void asManyColumnsAsATableCanHave() {
    String columns =
        IntStream.rangeClosed(1, 1_600)
            .mapToObj(number -> "c" + number + " integer")
            .collect(Collectors.joining(", "));
    database.session().execute("CREATE TABLE wide (" + columns + ")");
    Table wide = inspected(database.session()).tables().findFirst().orElseThrow();
    assertThat(wide.columns()).hasSize(1_600);
    assertThat(wide.columns().get(1_599).name()).isEqualTo("c1600");
  }
}
