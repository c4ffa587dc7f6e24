package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Script;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way back that people keep in comments of a script: under a heading such as {@code -- ROLLBACK
 * SQL (by hand)}, or behind {@code -- Rollback:} in one line.
 */
final class RollbackComment {
  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*--[-=\\s]*(?:manual\\s+)?(?:rollback|roll back|down|revert|undo)"
              + "(?:\\s+(?:sql|script|migration|plan|steps))?\\s*(?:\\([^)]*\\))?\\s*(:.*)?[-=\\s]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("\\s*--\\s?(.*)");
  private static final Pattern ORNAMENT = Pattern.compile("[-=#*\\s]*");
  private static final Pattern SQL =
      Pattern.compile(
          "(?:alter|begin|comment|commit|create|delete|do|drop|grant|insert|pragma|reindex|revoke"
              + "|select|set|truncate|update|vacuum|with)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private final StringBuilder sql = new StringBuilder();
  private boolean open;

  private RollbackComment() {}

  /** The way back, each statement in the line in which its comment stands. */
  static Optional<Script> in(String text) {
    return new RollbackComment().read(text.lines().toList());
  }

  private Optional<Script> read(List<String> lines) {
    boolean within = false;
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      if (!open && heading.matches()) {
        within = true;
        take(rest(heading));
      } else {
        within = within && take(line);
      }
      sql.append('\n');
    }
    return sql.toString().isBlank() ? Optional.empty() : Optional.of(new Script(sql.toString()));
  }

  private static String rest(Matcher heading) {
    return heading.group(1) == null ? "--" : "-- " + heading.group(1).substring(1).strip();
  }

  /** Takes what is SQL; gives whether more may follow. */
  private boolean take(String line) {
    Matcher comment = COMMENT.matcher(line);
    if (!comment.matches()) {
      return line.isBlank() && !open;
    }
    String words = comment.group(1);
    if (ORNAMENT.matcher(words).matches()) {
      return true;
    }
    if (!open && !SQL.matcher(words.strip()).matches()) {
      return false;
    }
    sql.append(words);
    open = !words.strip().endsWith(";");
    return true;
  }
}
