package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One transaction that holds the right to write from its beginning. A script that switches foreign
 * keys off finds them off: SQLite ignores that within a transaction, and would then delete what
 * refers to a table that is rebuilt.
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
    if (statements.stream().noneMatch(statement -> switchesKeysOff(statement.sql()))) {
      transaction.run(session, work);
      return;
    }
    try (var pragmas = new Pragmas(session)) {
      pragmas.switchKeysOff();
      transaction.run(session, () -> checked(session, work));
    }
  }

  private static void checked(Session session, Runnable work) {
    var before = Orphans.in(session);
    work.run();
    Orphans.in(session).refuseMoreThan(before);
  }

  private static boolean switchesKeysOff(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    return tokens.size() > 3
        && tokens.get(0).is("PRAGMA")
        && tokens.get(1).key().equals("foreign_keys")
        && Set.of("off", "0", "false", "no").contains(tokens.get(3).key());
  }
}
