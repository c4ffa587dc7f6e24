package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule about what an {@code ALTER TABLE} does to a table that was there before. */
public interface ActionRule extends ScriptRule {
  Optional<Danger> judge(Action action, String table, ScriptStatement statement, Script script);

  @Override
  default Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return statement.deed() instanceof Deed.Alter alter && !script.makes(alter.table(), statement)
        ? alter.actions().stream().flatMap(each -> check(each, alter, statement, script))
        : Stream.empty();
  }

  private Stream<ScriptFinding> check(
      Deed.Placed placed, Deed.Alter alter, ScriptStatement statement, Script script) {
    return judge(placed.action(), alter.table().toString(), statement, script)
        .map(danger -> ScriptFinding.at(id(), danger, statement, placed.span(), script))
        .stream();
  }
}
