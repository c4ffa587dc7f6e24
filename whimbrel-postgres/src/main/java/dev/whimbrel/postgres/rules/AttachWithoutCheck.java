package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;

/** A table becomes a partition, and all its rows are read. */
public final class AttachWithoutCheck implements ActionRule {
  @Override
  public String id() {
    return "attach-without-check";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AttachPartition(String partition)
            && reads(partition, statement, script)
        ? Optional.of(
            Danger.phased(
                "every row of " + partition + " is read to see that it belongs there",
                "nobody can read or write it, nor the default partition, until that is done",
                "add a CHECK of the bounds NOT VALID, validate it, attach, and drop the check"))
        : Optional.empty();
  }

  /** Where it was not tried, a check that the script itself adds is taken for the right one. */
  private static boolean reads(String partition, ScriptStatement statement, Script script) {
    return statement
        .observation()
        .map(seen -> !seen.scanned().isEmpty())
        .orElseGet(() ->
            !script.makes(ObjectName.parse(partition), statement)
                && script.before(statement).noneMatch(each -> checks(each.deed(), partition)));
  }

  private static boolean checks(Deed deed, String partition) {
    return deed instanceof Deed.Alter alter
        && alter.table().equals(ObjectName.parse(partition))
        && alter.actions().stream()
            .anyMatch(each ->
                each.action() instanceof Action.AddConstraint add
                    && add.constraint().kind() == NewConstraint.Kind.CHECK);
  }
}
