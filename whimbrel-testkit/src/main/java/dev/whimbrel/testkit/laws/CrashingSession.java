package dev.whimbrel.testkit.laws;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that dies after so many statements, and says nothing from then on. */
public final class CrashingSession implements Session {
  private final Session session;
  private int left;

  /**
   * @param statements how many it still runs
   */
  public CrashingSession(Session session, int statements) {
    this.session = session;
    this.left = statements;
  }

  /** The end of a {@link CrashingSession}. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the session crashed, as it was meant to");
    }
  }

  @Override
  public List<Row> query(String sql, @Nullable Object... parameters) {
    alive();
    return session.query(sql, parameters);
  }

  @Override
  public long execute(String sql, @Nullable Object... parameters) {
    alive();
    left--;
    return session.execute(sql, parameters);
  }

  @Override
  public void inTransaction(Runnable work) {
    alive();
    session.inTransaction(() -> {
      work.run();
      alive();
    });
  }

  private void alive() {
    if (left <= 0) {
      throw new Crash();
    }
  }
}
