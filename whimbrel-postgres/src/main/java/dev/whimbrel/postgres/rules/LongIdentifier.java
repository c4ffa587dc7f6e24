package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.StatementReader;
import java.util.Optional;

/** A name is longer than the server keeps. */
public final class LongIdentifier implements StatementRule {
  @Override
  public String id() {
    return "identifier-too-long";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return StatementReader.namesLongerThan(63, statement.sql()).stream()
        .findFirst()
        .map(name ->
            Danger.phased(
                "PostgreSQL keeps 63 bytes of \"" + name + "\" and drops the rest silently",
                "two such names may become one",
                "choose a shorter name"));
  }
}
