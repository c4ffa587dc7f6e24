package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that stops for good at one of its calls, for somebody to kill its process there. */
final class HaltingSession implements Session {
  private final Session session;
  private final IntConsumer reached;
  private final List<String> calls = new ArrayList<>();

  /**
   * @param reached is told the number of each call before it is made, counted from 1
   */
  HaltingSession(Session session, IntConsumer reached) {
    this.session = session;
    this.reached = reached;
  }

  /** What was asked for so far. */
  List<String> calls() {
    return calls;
  }

  @Override
  public List<Row> query(String sql, @Nullable Object... parameters) {
    return call(sql, () -> session.query(sql, parameters));
  }

  @Override
  public long execute(String sql, @Nullable Object... parameters) {
    return call(sql, () -> session.execute(sql, parameters));
  }

  @Override
  public long copy(String sql, String rows) {
    return call(sql, () -> session.copy(sql, rows));
  }

  @Override
  public void inTransaction(Runnable work) {
    reach("begin");
    session.inTransaction(() -> {
      work.run();
      reach("commit");
    });
    reach("committed");
  }

  @Override
  public boolean isPooled() {
    return session.isPooled();
  }

  private <T> T call(String sql, Supplier<T> work) {
    reach(sql);
    return work.get();
  }

  private void reach(String call) {
    calls.add(call.strip().lines().findFirst().orElse(""));
    reached.accept(calls.size());
  }
}
