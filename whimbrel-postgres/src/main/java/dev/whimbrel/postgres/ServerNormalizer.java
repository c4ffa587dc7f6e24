package dev.whimbrel.postgres;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.ServerTrace;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has a server spell what only a server can: the schema is made in an empty database, read back,
 * and removed again.
 */
final class ServerNormalizer implements Normalizer {
  private final Dialect dialect;
  private final Session empty;

  ServerNormalizer(Dialect dialect, Session empty) {
    this.dialect = dialect;
    this.empty = empty;
  }

  @Override
  public Schema normalize(Schema schema) {
    List<Change> creations =
        dialect.normalizer().normalize(schema).objects().values().stream()
            .<Change>map(Change.Create::new)
            .toList();
    Plan plan = dialect.planner().plan(Schema.empty(), creations);
    ServerTrace trace = dialect.serverTrace(empty);
    make(plan);
    try {
      return dialect.inspector().inspect(empty);
    } finally {
      empty.inTransaction(() -> plan.back().forEach(each -> empty.execute(each.sql())));
      trace.takeBack(sql(plan));
    }
  }

  private static String sql(Plan plan) {
    return plan.forward().stream().map(Statement::sql).collect(Collectors.joining("\n"));
  }

  private void make(Plan plan) {
    try {
      empty.inTransaction(() -> plan.forward().forEach(each -> empty.execute(each.sql())));
    } catch (DatabaseException refusal) {
      if (!dialect.supplies(String.valueOf(refusal.getMessage()), empty)) {
        throw refusal;
      }
      make(plan);
    }
  }
}
