package dev.whimbrel.migrate.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script says of itself in the comments at its top: {@code -- whimbrel: transaction=each}.
 */
record ScriptHeader(Transaction transaction) {
  private static final Pattern LINE =
      Pattern.compile("--\\s*whimbrel:\\s*(\\w+)\\s*=\\s*(\\w+)\\s*", Pattern.CASE_INSENSITIVE);

  /** In how many transactions a script is to run. */
  enum Transaction {
    /** As few as the kinds of its statements allow. */
    BY_KIND,
    ONE,
    /** One for each statement. */
    EACH,
    /** None. A statement that was under way when a run died runs again. */
    NONE
  }

  /**
   * Reads the comments above the first statement.
   *
   * @param file as a refusal names it
   */
  static ScriptHeader of(String script, String file) {
    return script
        .lines()
        .map(String::strip)
        .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new ScriptHeader(transaction(line, file)))
        .findFirst()
        .orElse(new ScriptHeader(Transaction.BY_KIND));
  }

  private static Transaction transaction(Matcher line, String file) {
    return Optional.of(line.group(1).toLowerCase(Locale.ROOT))
        .filter("transaction"::equals)
        .flatMap(key -> transaction(line.group(2).toLowerCase(Locale.ROOT)))
        .orElseThrow(() ->
            new RunRefusedException(
                ("%s begins with \"%s\", which is not known here. Write \"-- whimbrel:"
                        + " transaction=one\", \"=each\" or \"=none\". Nothing was run.")
                    .formatted(file, line.group())));
  }

  private static Optional<Transaction> transaction(String word) {
    return switch (word) {
      case "one" -> Optional.of(Transaction.ONE);
      case "each" -> Optional.of(Transaction.EACH);
      case "none" -> Optional.of(Transaction.NONE);
      default -> Optional.empty();
    };
  }
}
