package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the time limits that a script sets. */
final class Timeouts {
  private static final Pattern TIME = Pattern.compile("(\\d+)\\s*(ms|s|min|h)?");

  private Timeouts() {}

  /** Whether it is the first statement of the script that should have this limit and has not. */
  static boolean firstThatNeeds(String setting, ScriptStatement statement, Script script) {
    return locks(statement, script)
        && !script.sets(setting, statement)
        && script.before(statement).noneMatch(each -> locks(each, script));
  }

  /** Whether it waits for a lock on something that others may be using. */
  private static boolean locks(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.Alter alter -> !script.makes(alter.table(), statement);
      case Deed.CreateIndex index ->
          !index.concurrently() && !script.makes(index.table(), statement);
      case Deed.CreateTrigger(String trigger, ObjectName table) -> !script.makes(table, statement);
      case Deed.Drop drop ->
          !drop.is("concurrently")
              && !drop.names().stream()
                  .allMatch(
                      name -> script.makes(name, statement) || script.makesIndex(name, statement));
      case Deed.Truncate truncate -> true;
      case Deed.Reindex reindex -> !reindex.concurrently();
      case Deed.Repack repack -> true;
      case Deed.Vacuum vacuum -> true;
      case Deed.Refresh refresh -> true;
      case Deed.LockTable lock -> true;
      case Deed.Other(String words, var object) ->
          words.matches("(create|alter) (or replace )?(policy|rule) .*");
      default -> false;
    };
  }

  static Optional<Long> milliseconds(String value) {
    Matcher time = TIME.matcher(value.strip());
    return time.matches()
        ? Optional.of(Long.parseLong(time.group(1)) * factor(String.valueOf(time.group(2))))
        : Optional.empty();
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "s" -> 1_000;
      case "min" -> 60_000;
      case "h" -> 3_600_000;
      default -> 1;
    };
  }
}
