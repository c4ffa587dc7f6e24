package dev.whimbrel.review.script;

import java.util.Optional;
import java.util.stream.Stream;

/** A rule that has at most one thing to say about a statement. */
public interface StatementRule extends ScriptRule {
  Optional<Danger> judge(ScriptStatement statement, Script script);

  @Override
  default Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return judge(statement, script)
        .map(danger -> ScriptFinding.at(id(), danger, statement, statement.whole(), script))
        .stream();
  }
}
