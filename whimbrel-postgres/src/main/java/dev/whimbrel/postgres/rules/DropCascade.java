package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whatever leans on a thing goes with it. */
public final class DropCascade implements StatementRule {
  @Override
  public String id() {
    return "drop-cascade";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop && drop.is("cascade")
        ? Optional.of(
            Danger.dangerous(
                "CASCADE drops what leans on "
                    + drop.names().getFirst()
                    + statement
                        .observation()
                        .map(seen -> seen.dropped().collect(Collectors.joining(", ", ": ", "")))
                        .orElse(""),
                "views, foreign keys and columns go with no more than a notice",
                "name each object that has to go in a DROP of its own, without CASCADE"))
        : Optional.empty();
  }
}
