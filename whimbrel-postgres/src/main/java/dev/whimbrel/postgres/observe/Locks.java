package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.review.script.LockMode;
import dev.whimbrel.review.script.Observation.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which relations a connection has locked. */
record Locks(Relations before) {
  private static final String QUERY =
      """
      SELECT relation::text AS oid, mode FROM pg_locks
        WHERE locktype = 'relation' AND pid = %s
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        ORDER BY 1, 2
      """;

  /** The locks that a connection holds or waits for, on relations that were there before. */
  List<Lock> of(Session session, long process) {
    return read(session.query(QUERY.formatted("?"), process));
  }

  /** The locks that this connection itself holds. */
  List<Lock> ofOwn(Session session) {
    return read(session.query(QUERY.formatted("pg_backend_pid()")));
  }

  private List<Lock> read(List<Row> rows) {
    var locks = new ArrayList<Lock>();
    for (Row row : rows) {
      Relations.Relation relation = before.all().get(row.text("oid"));
      Optional<LockMode> mode = LockMode.of(row.text("mode"));
      if (relation != null && mode.isPresent()) {
        locks.add(new Lock(relation.name(), relation.kind(), relation.table(), mode.get()));
      }
    }
    return locks;
  }
}
