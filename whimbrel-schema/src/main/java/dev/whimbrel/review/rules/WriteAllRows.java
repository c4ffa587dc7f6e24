package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.Set;

/** Every row of a table changes in one statement. */
public final class WriteAllRows implements StatementRule {
  @Override
  public String id() {
    return "write-all-rows";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Write write
            && Set.of("update", "delete").contains(write.command())
            && !write.where()
            && !script.makes(write.table(), statement)
        ? Optional.of(
            Danger.phased(
                "every row of %s is touched by one %s".formatted(write.table(), write.command()),
                "the rows stay locked to the end of the transaction, and the table grows by as much",
                "change the rows in batches of a few thousand, each in its own transaction"))
        : Optional.empty();
  }
}
