package dev.whimbrel.testkit.database;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchDatabase;
import java.util.Optional;
import java.util.function.Consumer;

/** A database on the scratch server. */
final class PostgresDatabase implements TestDatabase {
  private final ScratchDatabase scratch;
  private final Consumer<PostgresDatabase> giveBack;
  private JdbcSession session;

  PostgresDatabase(ScratchDatabase scratch, Consumer<PostgresDatabase> giveBack) {
    this.scratch = scratch;
    this.giveBack = giveBack;
    this.session = JdbcSession.open(url());
  }

  ScratchDatabase scratch() {
    return scratch;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public ConnectionUrl url() {
    return ConnectionUrl.parse(scratch.url())
        .with(Optional.of(scratch.user()), Optional.of(scratch.password()));
  }

  @Override
  public void reconnect() {
    session.close();
    session = JdbcSession.open(url());
  }

  @Override
  public void withoutForeignKeys(Runnable work) {
    session.execute("SET session_replication_role = replica");
    work.run();
    session.execute("SET session_replication_role = origin");
  }

  /** PostgreSQL looks at each key itself when it is made and when rows are written. */
  @Override
  public long brokenForeignKeys() {
    return 0;
  }

  /** Empties it for the next test. */
  @Override
  public void close() {
    giveBack.accept(this);
  }

  /** Takes away all that the test made, on a connection without its settings. */
  void clear() {
    reconnect();
    String namespaces =
        "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";
    session
        .query(namespaces)
        .forEach(row ->
            session.execute(
                "DROP SCHEMA \"" + row.text("nspname").replace("\"", "\"\"") + "\" CASCADE"));
    session.execute("CREATE SCHEMA public");
  }

  void end() {
    session.close();
    scratch.close();
  }
}
