package dev.whimbrel.kit.develop;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.plan.Plan;
import java.time.Duration;
import java.util.List;

/**
 * Runs statements that stand in no migration, under the migration lock and wholly or not at all.
 */
record Performed(Session session, Dialect dialect) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  void plan(Plan plan) {
    statements(plan.forward().stream().map(each -> new SqlStatement(each.sql(), 1)).toList());
  }

  void statements(List<SqlStatement> statements) {
    MigrationLock.Held held = dialect.lock().acquire(session, PATIENCE);
    try {
      dialect
          .frame()
          .run(session, statements, () -> statements.forEach(each -> session.execute(each.sql())));
    } finally {
      held.close();
    }
  }
}
