package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs a script statement by statement, with rows there, and watches what each does. */
public record Watching(Dialect dialect) {
  private static final Pattern LOCAL = Pattern.compile("(?i)^set\\s+local\\s+");

  /** It has to be the first of its transaction, and watching is not possible without one before. */
  private static final Pattern OF_TRANSACTION = Pattern.compile("(?is)^set\\s+transaction\\b.*");

  /** The script with what was seen of it; the database is left as the script leaves it. */
  public Script watched(Script script, TrialDatabase database) {
    Optional<Observer> observer = dialect.observer();
    if (observer.isEmpty()) {
      return script;
    }
    fill(database);
    List<ScriptStatement> seen = new ArrayList<>();
    for (ScriptStatement each : script.statements()) {
      seen.add(told(each, seen, observer.get(), database));
    }
    return new Script(script.text(), seen, script.transactional());
  }

  private void fill(TrialDatabase database) {
    Schema schema = dialect.inspector().inspect(database.session());
    new RowFiller(dialect, database.session(), schema).fill();
  }

  /** Where one was refused, another may be so only because of that, which says nothing of it. */
  private static ScriptStatement told(
      ScriptStatement statement,
      List<ScriptStatement> before,
      Observer observer,
      TrialDatabase database) {
    if (statement.deed() instanceof Deed.Control
        || OF_TRANSACTION.matcher(statement.sql()).matches()) {
      return statement;
    }
    ScriptStatement seen = seen(statement, observer, database);
    boolean follows = seen.refused() && before.stream().anyMatch(ScriptStatement::refused);
    return follows ? statement : seen;
  }

  /** Each runs in a transaction of its own here, so what is set for one is set for the session. */
  private static ScriptStatement seen(
      ScriptStatement statement, Observer observer, TrialDatabase database) {
    String sql = LOCAL.matcher(statement.sql()).replaceFirst("SET ");
    Observation seen = observer.observe(database.session(), database::another, sql);
    return statement.seen(seen);
  }
}
