package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A script opens a transaction and does not end it. */
public final class UncommittedTransaction implements StatementRule {
  @Override
  public String id() {
    return "uncommitted-transaction";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Control(String command)
            && (Script.opens(command) || command.equals("chain"))
            && script.after(statement).noneMatch(UncommittedTransaction::ends)
        ? Optional.of(
            Danger.dangerous(
                "the transaction that begins here does not end in this script",
                "what follows is undone when the connection closes, or holds its locks until then",
                "end it: COMMIT;"))
        : Optional.empty();
  }

  private static boolean ends(ScriptStatement statement) {
    return statement.deed() instanceof Deed.Control(String command)
        && (Script.closes(command) || command.equals("chain"));
  }
}
