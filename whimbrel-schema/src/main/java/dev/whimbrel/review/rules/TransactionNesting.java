package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A script opens or ends a transaction where one is open, or none. */
public final class TransactionNesting implements StatementRule {
  @Override
  public String id() {
    return "transaction-nesting";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    if (!(statement.deed() instanceof Deed.Control(String command))) {
      return Optional.empty();
    }
    boolean open = openByScript(statement, script);
    boolean wrong =
        Script.opens(command)
            ? open
            : ends(command) && !open && !setsApart(command, statement, script);
    return wrong ? Optional.of(danger(command, open)) : Optional.empty();
  }

  private static boolean ends(String command) {
    return Script.closes(command) || command.equals("chain");
  }

  /** A script that begins transactions itself is taken at its word. */
  private static boolean openByScript(ScriptStatement statement, Script script) {
    boolean open = false;
    for (ScriptStatement each : script.before(statement).toList()) {
      if (each.deed() instanceof Deed.Control(String command)) {
        open =
            Script.opens(command) || command.equals("chain") || (open && !Script.closes(command));
      }
    }
    return open;
  }

  /** A commit beside what takes long keeps strong locks from being held meanwhile. */
  private static boolean setsApart(String command, ScriptStatement statement, Script script) {
    return command.equals("commit")
        && Stream.concat(
                script.before(statement).reduce((one, next) -> next).stream(),
                script.after(statement).limit(1))
            .anyMatch(each -> takesLong(each.deed()));
  }

  private static boolean takesLong(Deed deed) {
    return switch (deed) {
      case Deed.Write rows -> true;
      case Deed.Alter alter ->
          alter.actions().stream()
              .anyMatch(each -> each.action() instanceof Action.ValidateConstraint);
      default -> false;
    };
  }

  private static Danger danger(String command, boolean open) {
    return Danger.dangerous(
        command.toUpperCase(Locale.ROOT)
            + (open ? " where a transaction is open already" : " where the script opened none"),
        "a migration runs in a transaction; ending it early leaves the rest without one",
        "take the statement out");
  }
}
