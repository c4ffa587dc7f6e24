package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.LockMode;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which statements lock a table against everybody, and which take their time. */
final class Exclusive {
  private Exclusive() {}

  /** The table, there before the script, that a statement locks against everybody. */
  static Optional<String> locked(ScriptStatement statement, Script script) {
    return statement
        .observation()
        .filter(seen -> seen.refusal().isEmpty())
        .map(seen -> seen(seen, script, statement))
        .orElseGet(() -> said(statement, script));
  }

  private static Optional<String> seen(
      Observation observation, Script script, ScriptStatement statement) {
    return observation.locks().stream()
        .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
        .filter(lock -> lock.kind().equals("table"))
        .map(Observation.Lock::relation)
        .filter(table -> !script.makes(ObjectName.parse(table), statement))
        .findFirst();
  }

  private static Optional<String> said(ScriptStatement statement, Script script) {
    return locked(statement.deed())
        .filter(table -> !script.makes(table, statement))
        .findFirst()
        .map(ObjectName::toString);
  }

  private static Stream<ObjectName> locked(Deed deed) {
    return switch (deed) {
      case Deed.Alter alter
          when alter.kind().equals("table")
              && alter.actions().stream().anyMatch(each -> strong(each.action())) ->
          Stream.of(alter.table());
      case Deed.Drop drop when drop.kind().equals("table") -> drop.names().stream();
      case Deed.Truncate truncate -> truncate.tables().stream();
      case Deed.LockTable lock when lock.mode().equals("access exclusive") ->
          lock.tables().stream();
      default -> Stream.empty();
    };
  }

  private static boolean strong(Action action) {
    return switch (action) {
      case Action.ValidateConstraint valid -> false;
      case Action.AttachPartition attach -> false;
      case Action.Other other -> false;
      default -> true;
    };
  }

  /** Whether the statement may take long, as far as is known. */
  static boolean takesTime(ScriptStatement statement) {
    return statement
        .observation()
        .filter(seen -> seen.refusal().isEmpty())
        .map(seen -> !seen.rewritten().isEmpty() || !seen.scanned().isEmpty())
        .orElseGet(() -> mayTakeTime(statement.deed()));
  }

  private static boolean mayTakeTime(Deed deed) {
    return switch (deed) {
      case Deed.CreateIndex index -> !index.concurrently();
      case Deed.Query query -> true;
      case Deed.Alter alter -> alter.actions().stream().anyMatch(each -> reads(each.action()));
      default -> false;
    };
  }

  private static boolean reads(Action action) {
    return switch (action) {
      case Action.SetNotNull column -> true;
      case Action.AlterType type -> true;
      case Action.ValidateConstraint valid -> true;
      case Action.AddConstraint(var constraint) ->
          !constraint.notValid() && constraint.index().isEmpty();
      default -> false;
    };
  }
}
