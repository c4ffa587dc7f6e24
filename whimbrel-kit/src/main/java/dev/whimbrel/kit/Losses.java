package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a database would lose by migrations: tables and columns that go and hold something now, by
 * the names with which people accept their loss, {@code users} or {@code users.age}.
 */
record Losses(Project project, Session session) {
  /** By applying these. */
  List<String> applying(List<MigrationId> ids) {
    return held(
        plans(ids)
            .flatMap(plan ->
                plan.meant()
                    .filter(each ->
                        !(each instanceof Change.Drop(Table gone)) || plan.dropsRows(gone))));
  }

  /** By taking these back. */
  List<String> takingBack(List<MigrationId> ids) {
    return held(
        plans(ids)
            .flatMap(plan ->
                plan.meant()
                    .filter(each ->
                        !(each instanceof Change.Create(Table made)) || plan.dropsRowsBack(made)))
            .map(Change::inverse));
  }

  /** Of a migration without a snapshot nothing is known; its author has written what it does. */
  private Stream<Plan> plans(List<MigrationId> ids) {
    var plans = Plans.of(project);
    return ids.stream().flatMap(id -> plans.of(id).stream());
  }

  private List<String> held(Stream<Change> changes) {
    Dialect dialect = project.dialect();
    return changes.flatMap(change -> loss(change, dialect).stream()).distinct().toList();
  }

  private Optional<String> loss(Change change, Dialect dialect) {
    return switch (change) {
      case Change.Drop(Table table) when holds(table.name(), "", dialect) ->
          Optional.of(table.name().toString());
      case Change.DropColumn(var table, var column) when keeps(table, column, dialect) ->
          Optional.of(table + "." + column.name());
      default -> Optional.empty();
    };
  }

  private boolean keeps(ObjectName table, Column column, Dialect dialect) {
    return !column.generated()
        && holds(table, " WHERE " + dialect.quote(column.name()) + " IS NOT NULL", dialect);
  }

  /** What is not there, or not ours to read, is not lost. */
  private boolean holds(ObjectName table, String condition, Dialect dialect) {
    String name =
        (table.namespace().isEmpty() ? "" : dialect.quote(table.namespace()) + ".")
            + dialect.quote(table.name());
    try {
      return !session.query("SELECT 1 AS one FROM " + name + condition + " LIMIT 1").isEmpty();
    } catch (DatabaseException notThere) {
      return false;
    }
  }
}
