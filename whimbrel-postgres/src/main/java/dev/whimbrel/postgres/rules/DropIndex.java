package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Collectors;

/** An index goes while everybody waits. */
public final class DropIndex implements StatementRule {
  @Override
  public String id() {
    return "drop-index-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop
            && drop.kind().equals("index")
            && !drop.is("concurrently")
            && !drop.names().stream().allMatch(name -> script.makesIndex(name, statement))
        ? Optional.of(
            Danger.phased(
                "nobody can read or write the table until the transaction ends",
                "and nobody gets in while it waits for the longest query that runs",
                "DROP INDEX CONCURRENTLY "
                    + drop.names().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + ";"))
        : Optional.empty();
  }
}
