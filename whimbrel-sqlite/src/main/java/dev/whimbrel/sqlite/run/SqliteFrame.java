package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One transaction that holds the right to write from its beginning. A script that switches foreign
 * keys off, or builds a table anew, finds them off: SQLite ignores that within a transaction, and
 * would then delete what refers to a table that is rebuilt.
 */
public final class SqliteFrame implements MigrationFrame {
  private final ImmediateTransaction transaction;

  /**
   * @param patience how long to wait for readers at the end
   */
  public SqliteFrame(Duration patience) {
    this.transaction = new ImmediateTransaction(patience);
  }

  @Override
  public void run(Session session, List<SqlStatement> statements, Runnable work) {
    LibsqlStatement.refuse(session, statements);
    List<RebuiltTable> rebuilt = RebuiltTable.in(statements);
    Runnable explained = () -> explained(session, statements, work);
    if (rebuilt.isEmpty() && statements.stream().noneMatch(each -> switchesKeysOff(each.sql()))) {
      transaction.run(session, explained);
      return;
    }
    try (var pragmas = new Pragmas(session)) {
      pragmas.switchKeysOff();
      withoutKeys(
          session,
          statements,
          () -> {
            rebuilt.forEach(new AlteredValues(session, statements)::refuse);
            checked(session, rebuilt, explained);
          });
    }
  }

  private void withoutKeys(Session session, List<SqlStatement> statements, Runnable work) {
    try {
      transaction.run(session, work);
    } catch (RebuildChecks.RowsMissingException lost) {
      throw new RefusedException(lost.letter(new LostRows(session, statements)), lost);
    }
  }

  private static void checked(Session session, List<RebuiltTable> rebuilt, Runnable work) {
    var checks = new RebuildChecks(session, rebuilt);
    work.run();
    checks.check();
  }

  private static void explained(Session session, List<SqlStatement> statements, Runnable work) {
    try {
      work.run();
    } catch (DatabaseException refusal) {
      throw new Explanation(session, statements).of(refusal);
    }
  }

  private static boolean switchesKeysOff(String sql) {
    List<Token> tokens = Tokenizer.beginning(sql, 4);
    return tokens.size() > 3
        && tokens.get(0).is("PRAGMA")
        && tokens.get(1).key().equals("foreign_keys")
        && Set.of("off", "0", "false", "no").contains(tokens.get(3).key());
  }
}
