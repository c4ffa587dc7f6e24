package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.stream.Stream;

/** Deleting one row may delete many. */
public final class CascadingDelete implements ScriptRule {
  @Override
  public String id() {
    return "on-delete-cascade";
  }

  @Override
  public Stream<ScriptFinding> check(ScriptStatement statement, Script script) {

    boolean cascades =
        switch (statement.deed()) {
          case Deed.CreateTable made ->
              Stream.concat(
                      made.constraints().stream(),
                      made.columns().stream().flatMap(column -> column.constraints().stream()))
                  .anyMatch(NewConstraint::cascades);
          case Deed.Alter alter ->
              alter.actions().stream().anyMatch(each -> cascades(each.action()));
          default -> false;
        };
    return cascades
        ? Stream.of(ScriptFinding.at(id(), DANGER, statement, statement.whole(), script))
        : Stream.empty();
  }

  private static final Danger DANGER =
      Danger.advice(
          "deleting one row deletes all that refer to it",
          "a small DELETE may run long and lock much",
          "ON DELETE RESTRICT, and delete the rows by name");

  private static boolean cascades(Action action) {
    return action instanceof Action.AddConstraint(NewConstraint constraint)
        && constraint.cascades();
  }
}
