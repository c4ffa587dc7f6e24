package dev.whimbrel.dialect;

import dev.whimbrel.plan.Fill;
import dev.whimbrel.plan.FillingRenderer;
import dev.whimbrel.plan.Planner;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.rules.GeneralRules;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.schema.Conversion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /**
   * A query for the columns of a table, whose name in SQL is its one parameter: a row for each, as
   * {@code name}; none if the table is not there.
   */
  default String columnsQuery() {
    return "SELECT column_name AS name FROM information_schema.columns WHERE table_name = ?";
  }

  default Symptoms symptoms() {
    return (refusal, migration) -> Optional.empty();
  }

  /** A JDBC URL of an empty database that lives in memory, where the product has such. */
  default Optional<String> memoryUrl() {
    return Optional.empty();
  }

  /** The files of a database that lives in files; empty if it lives elsewhere. */
  default Optional<StoredFiles> files(String jdbcUrl) {
    return Optional.empty();
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

  /** The rules that look at the statements of scripts. */
  default List<ScriptRule> scriptRules() {
    return GeneralRules.all();
  }

  /** Who watches statements on a scratch database; nobody where there is nothing to be seen. */
  default Optional<Observer> observer() {
    return Optional.empty();
  }

  /** The planner with this dialect's parts. */
  default Planner planner() {
    return planner(List.of());
  }

  /**
   * The planner that fills columns for the rows that are there.
   *
   * @param fills for columns that may not be null from now on
   */
  default Planner planner(List<Fill> fills) {
    Renderer renderer = renderer();
    return new Planner(
        fills.isEmpty() ? renderer : new FillingRenderer(renderer, fills, this::quote), rewrites());
  }

  /**
   * The planner that also converts the values of columns as it is told.
   *
   * @throws IllegalArgumentException if the product has no way to say that
   */
  default Planner planner(List<Fill> fills, List<Conversion> conversions) {
    if (!conversions.isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot be told how to convert the values of %s.%s; leave that line out"
              .formatted(name(), conversions.getFirst().table(), conversions.getFirst().column()));
    }
    return planner(fills);
  }

  /**
   * Makes, in a database for trying things in, what a statement was refused for and what belongs to
   * the server, not to the schema: a role that is spoken of. Says whether to try again.
   */
  default boolean supplies(DatabaseException refusal, Session scratch) {
    return false;
  }

  /** The extension of the product for whose lack a statement was refused, if that is why. */
  default Optional<String> missingExtension(DatabaseException refusal) {
    return Optional.empty();
  }

  /** Whether the database takes two names for one. */
  default boolean sameName(String one, String other) {
    return one.equals(other);
  }

  /** How many bytes of a name the database keeps, where it drops the rest and says nothing. */
  default OptionalInt nameLimit() {
    return OptionalInt.empty();
  }
}
