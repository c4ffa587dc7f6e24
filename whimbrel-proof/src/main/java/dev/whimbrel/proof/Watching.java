package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a script statement by statement, with rows there, and watches what each does. */
public record Watching(Dialect dialect) {
  /** The script with what was seen of it; the database is left as the script leaves it. */
  public Script watched(Script script, TrialDatabase database) {
    Optional<Observer> observer = dialect.observer();
    if (observer.isEmpty()) {
      return script;
    }
    fill(database);
    var watch = observer.get().watch(database.session(), database::another);
    var legs = new WatchedLegs(dialect, observer.get(), watch, database.session());
    List<ScriptStatement> seen = new ArrayList<>();
    for (List<ScriptStatement> leg : new ScriptLegs(dialect).of(script)) {
      boolean refused = seen.stream().anyMatch(ScriptStatement::refused);
      seen.addAll(legs.watched(leg, refused));
    }
    return new Script(script.text(), seen, script.transactional());
  }

  private void fill(TrialDatabase database) {
    Schema schema = dialect.inspector().inspect(database.session());
    new RowFiller(dialect, database.session(), schema).fill();
  }
}
