package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What cannot run in a transaction stands in one that the script opens, or among statements of
 * which the migration's own transaction is made.
 */
public final class ConcurrentlyInTransaction implements StatementRule {
  @Override
  public String id() {
    return "concurrently-in-transaction";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    if (!OutsideTransaction.is(statement.deed()) || !script.inTransaction(statement)) {
      return Optional.empty();
    }
    if (isOpenedByScript(statement, script)) {
      return Optional.of(
          Danger.dangerous(
              "PostgreSQL refuses it in a transaction (25001)",
              "other tools fail here; Whimbrel leaves the BEGIN out and commits what stands before",
              "take BEGIN and COMMIT out, or give it a migration of its own"));
    }
    return isAlone(statement, script)
        ? Optional.empty()
        : Optional.of(
            Danger.advice(
                "it cannot share a transaction, so what stands before it is committed first",
                "the migration may stop half-way, and goes on there the next time",
                "give it a migration of its own"));
  }

  private static boolean isAlone(ScriptStatement statement, Script script) {
    return script.statements().stream()
        .allMatch(each -> each.start() == statement.start() || each.deed() instanceof Deed.Setting);
  }

  private static boolean isOpenedByScript(ScriptStatement statement, Script script) {
    return script
        .before(statement)
        .flatMap(each ->
            each.deed() instanceof Deed.Control(String command)
                ? Stream.of(command)
                : Stream.empty())
        .filter(command -> Script.opens(command) || Script.closes(command))
        .reduce((one, next) -> next)
        .filter(Script::opens)
        .isPresent();
  }
}
