package dev.whimbrel.proof;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import java.util.List;
import java.util.Optional;

/** Runs scripts as a migration would run, without leaving a history. */
public record Replay(Dialect dialect) {
  /** Runs it; gives the database's words if it refuses. Where it can, it leaves nothing then. */
  public Optional<String> run(Session session, String script) {
    List<SqlStatement> statements = statements(script);
    if (statements.stream().anyMatch(this::standsOutside)) {
      return statements.stream()
          .flatMap(each -> attempt(session, () -> each.executeOn(session)).stream())
          .findFirst();
    }
    return attempt(
        session,
        () ->
            dialect
                .frame()
                .run(
                    session,
                    statements,
                    () -> statements.forEach(each -> each.executeOn(session))));
  }

  /** Once more, where only something of the server's was missing, which is there in real life. */
  private Optional<String> attempt(Session session, Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (DatabaseException | RefusedException refused) {
      String why = String.valueOf(refused.getMessage());
      return dialect.supplies(why, session) ? attempt(session, work) : Optional.of(why);
    }
  }

  /** Runs what can be run of it, statement by statement; gives how many did. */
  public long runAsFarAsItGoes(Session session, String script) {
    return statements(script).stream().filter(each -> runs(session, each)).count();
  }

  private static boolean runs(Session session, SqlStatement statement) {
    try {
      statement.executeOn(session);
      return true;
    } catch (DatabaseException refused) {
      return false;
    }
  }

  private boolean standsOutside(SqlStatement statement) {
    return dialect.statementRules().mode(statement) instanceof Mode.Outside;
  }

  /** Without transaction control: the script runs within a transaction of ours. */
  private List<SqlStatement> statements(String script) {
    return dialect.splitter().split(script).stream()
        .filter(each ->
            switch (dialect.statementRules().mode(each)) {
              case Mode.Inside inside -> true;
              case Mode.Setting setting -> true;
              case Mode.Outside outside -> true;
              case Mode.Needless needless -> false;
              case Mode.Commit commit -> false;
              case Mode.Refused refused -> false;
            })
        .toList();
  }
}
