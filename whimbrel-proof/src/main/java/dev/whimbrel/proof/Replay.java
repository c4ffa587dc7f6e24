package dev.whimbrel.proof;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.StatementReader;
import java.util.List;
import java.util.Optional;

/** Runs scripts as a migration would run, without leaving a history. */
public record Replay(Dialect dialect) {
  /** Runs it; gives the database's words if it refuses. Where it can, it leaves nothing then. */
  public Optional<String> run(Session session, String script) {
    List<SqlStatement> statements = statements(script);
    try {
      if (dialect.runsAlone(statements)) {
        statements.forEach(each -> session.execute(each.sql()));
      } else {
        dialect
            .frame()
            .run(
                session, statements, () -> statements.forEach(each -> session.execute(each.sql())));
      }
      return Optional.empty();
    } catch (DatabaseException | IllegalArgumentException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  /** Runs what can be run of it, statement by statement; gives how many did. */
  public long runAsFarAsItGoes(Session session, String script) {
    return statements(script).stream().filter(each -> runs(session, each)).count();
  }

  private static boolean runs(Session session, SqlStatement statement) {
    try {
      session.execute(statement.sql());
      return true;
    } catch (DatabaseException refused) {
      return false;
    }
  }

  /** Without transaction control: the script runs within a transaction of ours. */
  private List<SqlStatement> statements(String script) {
    return dialect.splitter().split(script).stream()
        .filter(each -> !(StatementReader.read(each.sql()) instanceof Deed.Control))
        .toList();
  }
}
