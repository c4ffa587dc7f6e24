package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.Set;

/** All triggers are switched off, those of foreign keys too. */
public final class AllTriggersOff implements StatementRule {
  @Override
  public String id() {
    return "trigger-disable-all";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    boolean off =
        switch (statement.deed()) {
          case Deed.Alter alter ->
              alter.actions().stream()
                  .anyMatch(each ->
                      each.action() instanceof Action.DisableTrigger(String name)
                          && Set.of("all", "user").contains(name));
          case Deed.Setting set -> set.name().equals("session_replication_role");
          default -> false;
        };
    return off
        ? Optional.of(
            Danger.dangerous(
                "foreign keys are not checked while triggers are off",
                "rows without their parents may come in, and nothing finds them later",
                "disable the one trigger that is in the way, by name"))
        : Optional.empty();
  }
}
