package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import java.util.List;

/** Runs statements up to where they would be committed, and then throws {@link Over}. */
final class Rehearsal implements Runnable {
  private final Session session;
  private final List<SqlStatement> statements;
  private int reached;

  Rehearsal(Session session, List<SqlStatement> statements) {
    this.session = session;
    this.statements = statements;
  }

  /** Has the transaction taken back. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super("over", null, false, false);
    }
  }

  /** Which statement is at work, or was the last one. */
  int reached() {
    return reached;
  }

  /** What was put off to the end of the transaction is looked at, too. */
  @Override
  public void run() {
    for (int i = 0; i < statements.size(); i++) {
      reached = i;
      statements.get(i).executeOn(session);
    }
    session.execute("SET CONSTRAINTS ALL IMMEDIATE");
    throw new Over();
  }
}
