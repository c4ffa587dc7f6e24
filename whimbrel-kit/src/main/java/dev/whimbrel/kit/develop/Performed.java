package dev.whimbrel.kit.develop;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.run.RunRefusedException;
import dev.whimbrel.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs statements that stand in no migration, under the migration lock and wholly or not at all;
 * where one of them may not run in a transaction, as much at once as may.
 */
record Performed(Session session, Dialect dialect) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  void plan(Plan plan) {
    statements(plan.forward().stream().map(each -> new SqlStatement(each.sql(), 1)).toList());
  }

  void statements(List<SqlStatement> statements) {
    try (MigrationLock.Held held = dialect.lock().acquire(session, PATIENCE)) {
      var together = new ArrayList<SqlStatement>();
      for (SqlStatement each : statements) {
        if (dialect.statementRules().mode(each) instanceof Mode.Outside) {
          run(together, held);
          together.clear();
          outside(each, held);
        } else {
          together.add(each);
        }
      }
      run(together, held);
    }
  }

  private void run(List<SqlStatement> together, MigrationLock.Held held) {
    if (!together.isEmpty()) {
      dialect
          .frame()
          .run(
              session,
              together,
              () -> {
                held.enter(session);
                together.forEach(each -> each.executeOn(session));
              });
    }
  }

  private void outside(SqlStatement statement, MigrationLock.Held held) {
    held.confinement()
        .ifPresent(why -> {
          throw new RunRefusedException(
              statement.sql() + "\nmust run outside of a transaction. " + why);
        });
    dialect.frame().runOutside(session, statement);
  }
}
