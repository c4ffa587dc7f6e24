package dev.whimbrel.dialect;

import dev.whimbrel.plan.Planner;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.review.Rule;
import java.util.List;
import java.util.Optional;

/** Everything that differs from one database product to another, as a handful of small parts. */
public interface Dialect {
  /** What configuration calls it: {@code postgresql}, {@code sqlite}. */
  String name();

  /** Whether a JDBC URL leads to a database of this kind. */
  boolean speaks(String jdbcUrl);

  /** A name as it stands in SQL, in quotes where the dialect's own style has them. */
  String quote(String name);

  Normalizer normalizer();

  /** The normalizer that has a server spell what only a server can, in an empty database. */
  default Normalizer normalizerOn(Session empty) {
    return normalizer();
  }

  Renderer renderer();

  Inspector inspector();

  Splitter splitter();

  MigrationLock lock();

  MigrationFrame frame();

  /** How statements have to run; without a word on it, all of them within the transaction. */
  default StatementRules statementRules() {
    return statement -> new Mode.Inside();
  }

  /** What became of a statement outside of a transaction; without a word on it, it runs again. */
  default CrashInquiry crashInquiry() {
    return (session, statement) -> new Aftermath.Again(List.of());
  }

  default Obstacles obstacles() {
    return session -> List.of();
  }

  default Symptoms symptoms() {
    return (refusal, migration) -> Optional.empty();
  }

  default HistoryTable historyTable() {
    return HistoryTable.standard();
  }

  default List<Rewrite> rewrites() {
    return List.of();
  }

  default List<Rule> rules() {
    return List.of();
  }

  /** The planner with this dialect's parts. */
  default Planner planner() {
    return new Planner(renderer(), rewrites());
  }
}
