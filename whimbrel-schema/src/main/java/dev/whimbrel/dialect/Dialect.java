package dev.whimbrel.dialect;

import dev.whimbrel.plan.FillingRenderer;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Planner;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.forecast.Forecaster;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.rules.GeneralRules;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.schema.Opaque;
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

  /** Whether an object is nothing without the table that it leans on, as a trigger is. */
  default boolean goesWithTable(Opaque object) {
    return object.objectKind().equals("trigger");
  }

  Normalizer normalizer();

  /** The normalizer that has a server spell what only a server can, in an empty database. */
  default Normalizer normalizerOn(Session empty) {
    return normalizer();
  }

  Renderer renderer();

  /** The renderer that minds what no schema says, but for fills. */
  default Renderer renderer(Guidance guidance) {
    return renderer();
  }

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

  /** Whether indexes and constraints can be given another name where they stand. */
  default boolean renamesParts() {
    return false;
  }

  /** The rules that look at the statements of scripts. */
  default List<ScriptRule> scriptRules() {
    return GeneralRules.all();
  }

  /** Who watches statements on a scratch database; nobody where there is nothing to be seen. */
  default Optional<Observer> observer() {
    return Optional.empty();
  }

  /** Reads numbers about a database that is in use, from what it keeps of itself. */
  default Readings readings(Session session) {
    return Readings.none();
  }

  /** Says how long statements are going to take; nothing where that is not known. */
  default Forecaster forecaster() {
    return (statement, script, statistics) -> Optional.empty();
  }

  /** The planner with this dialect's parts. */
  default Planner planner() {
    return planner(Guidance.none());
  }

  /**
   * The planner that also minds what no schema says.
   *
   * @throws RefusedException if the product has no way to do so
   */
  default Planner planner(Guidance guidance) {
    Renderer renderer = renderer(guidance);
    return new Planner(
        guidance.fills().isEmpty()
            ? renderer
            : new FillingRenderer(renderer, guidance, this::quote),
        rewrites());
  }

  /**
   * Makes, in a database for trying things in, what a statement was refused for and what belongs to
   * the server, not to the schema: a role that is spoken of. Says whether to try again.
   */
  default boolean supplies(String refusal, Session scratch) {
    return false;
  }

  /**
   * Whether SQL makes or changes what belongs to the whole server, such as roles: it is tried on a
   * server of its own then.
   */
  default boolean reachesServer(String sql) {
    return false;
  }

  /** Notes what belongs to the whole server now, so that what is tried there can be taken back. */
  default ServerTrace serverTrace(Session scratch) {
    return tried -> {};
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
