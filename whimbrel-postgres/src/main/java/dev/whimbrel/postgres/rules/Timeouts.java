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
  static boolean locks(ScriptStatement statement, Script script) {
    return LockedObjects.of(statement.deed()).anyMatch(each -> !isNew(each, statement, script))
        || isForAll(statement.deed());
  }

  private static boolean isNew(ObjectName object, ScriptStatement statement, Script script) {
    return script.makes(object, statement) || script.makesIndex(object, statement);
  }

  /** Whether it goes through whatever there is. */
  private static boolean isForAll(Deed deed) {
    return switch (deed) {
      case Deed.Reindex reindex -> !reindex.concurrently() && reindex.name().equals("?");
      case Deed.Repack repack -> repack.tables().isEmpty();
      case Deed.Vacuum vacuum -> vacuum.tables().isEmpty();
      case Deed.Other other -> other.words().matches("analyze( verbose)?");
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
