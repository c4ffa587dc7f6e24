package dev.whimbrel.proof;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.StatementRules;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Watches what is committed at once: all of it together, to see whether it may, and then each
 * statement in a transaction of its own, so that nothing is hidden by the locks of those before it.
 */
final class WatchedLegs {
  private static final Pattern LOCAL = Pattern.compile("(?i)^set\\s+local\\s+");
  private static final Pattern LOCAL_CALL =
      Pattern.compile("(?is)(\\bset_config\\s*\\([^()]*,\\s*)true(\\s*\\))");

  /** What would end with the transaction of the one statement. */
  private static final Pattern ON_COMMIT =
      Pattern.compile("(?i)\\bon\\s+commit\\s+(drop|delete\\s+rows)\\b");

  /** It has to be the first of its transaction, and watching is not possible without one before. */
  private static final Pattern OF_TRANSACTION = Pattern.compile("(?is)^set\\s+transaction\\b.*");

  private final Dialect dialect;
  private final Observer observer;
  private final Observer.Watch watch;
  private final Session session;

  /** What was set for the session so far. */
  private final List<ScriptStatement> settings = new ArrayList<>();

  WatchedLegs(Dialect dialect, Observer observer, Observer.Watch watch, Session session) {
    this.dialect = dialect;
    this.observer = observer;
    this.watch = watch;
    this.session = session;
  }

  /**
   * The statements with what was seen.
   *
   * @param refusedBefore whether one was refused, so that others may be only because of that
   */
  List<ScriptStatement> watched(List<ScriptStatement> leg, boolean refusedBefore) {
    List<ScriptStatement> together = leg.stream().filter(WatchedLegs::belongs).toList();
    Optional<Observer.Stop> stop =
        together.size() < 2 ? Optional.empty() : rehearsed(asWritten(together));
    Optional<ScriptStatement> last = stop.map(Observer.Stop::statement).map(together::get);
    List<ScriptStatement> watched =
        leg.stream()
            .map(each ->
                last.filter(each::equals).isPresent()
                    ? refused(each, stop.orElseThrow().refused(), refusedBefore)
                    : seen(each, together.size() > 1 || refusedBefore))
            .toList();
    end(leg);
    return watched;
  }

  /** What was set for a leg alone ends with it, and what was set for the session holds again. */
  private void end(List<ScriptStatement> leg) {
    leg.stream()
        .filter(each -> !isLocal(each) && resets(each).findAny().isPresent())
        .forEach(settings::add);
    Set<String> ended =
        leg.stream().filter(WatchedLegs::isLocal).flatMap(this::resets).collect(toSet());
    Stream<String> again =
        settings.stream()
            .filter(each -> resets(each).anyMatch(ended::contains))
            .map(ScriptStatement::sql);
    new Replay(dialect)
        .runAsFarAsItGoes(session, Stream.concat(ended.stream(), again).collect(joining(";\n")));
  }

  private static boolean isLocal(ScriptStatement statement) {
    return !lasting(statement).equals(statement.sql());
  }

  /** What puts back a setting. */
  private Stream<String> resets(ScriptStatement statement) {
    var setting = new SqlStatement(lasting(statement), statement.line());
    StatementRules rules = dialect.statementRules();
    return rules.mode(setting) instanceof Mode.Setting
        ? rules.resets(setting).stream().map(reset -> reset.replace("\"", ""))
        : Stream.empty();
  }

  private Optional<Observer.Stop> rehearsed(List<SqlStatement> statements) {
    Optional<Observer.Stop> stop = observer.rehearse(session, statements);
    return stop.filter(each -> supplied(each.refused())).isPresent() ? rehearsed(statements) : stop;
  }

  /** Whether something was refused only because the scratch server lacks a role. */
  private boolean supplied(Observation.Refused refused) {
    return dialect.supplies(refused.message(), session);
  }

  private static boolean belongs(ScriptStatement statement) {
    return !(statement.deed() instanceof Deed.Control(String command))
        || List.of("savepoint", "release", "rollback to").contains(command);
  }

  private static List<SqlStatement> asWritten(List<ScriptStatement> statements) {
    return statements.stream()
        .map(each -> new SqlStatement(each.sql(), each.line(), each.rows()))
        .toList();
  }

  private ScriptStatement refused(
      ScriptStatement statement, Observation.Refused why, boolean refusedBefore) {
    return refusedBefore ? statement : statement.seen(observed(statement).refused(why));
  }

  /** Where statements may together, one that is refused by itself only wants its transaction. */
  private ScriptStatement seen(ScriptStatement statement, boolean explained) {
    if (statement.deed() instanceof Deed.Control
        || OF_TRANSACTION.matcher(statement.sql()).matches()) {
      return statement;
    }
    ScriptStatement seen = statement.seen(observed(statement));
    return seen.refused() && explained ? statement : seen;
  }

  private Observation observed(ScriptStatement statement) {
    Observation seen =
        watch.observe(new SqlStatement(lasting(statement), statement.line(), statement.rows()));
    return seen.refusal().filter(this::supplied).isPresent() ? observed(statement) : seen;
  }

  /** Each runs in a transaction of its own here, so what is set for one is set for the session. */
  private static String lasting(ScriptStatement statement) {
    String sql = LOCAL.matcher(statement.sql()).replaceFirst("SET ");
    return switch (statement.deed()) {
      case Deed.CreateTable made when made.words().contains("temporary") ->
          ON_COMMIT.matcher(sql).replaceFirst("ON COMMIT PRESERVE ROWS");
      case Deed.Query query -> LOCAL_CALL.matcher(sql).replaceAll("$1false$2");
      default -> sql;
    };
  }
}
