package dev.whimbrel.migrate.jdbc;

import dev.whimbrel.dialect.DatabaseException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a JDBC driver reports.
 *
 * <p>java.sql knows neither positions nor hints, and the drivers' own classes are not for us to
 * know; but PostgreSQL's driver writes both into its message, on lines of their own: {@code "\n
 * Hint: …\n Position: 15"}. The word before a position depends on the machine's language, so only
 * its form is looked at. SQLite's quotes the word at which it stumbled.
 */
final class Refusal {
  private static final Pattern POSITION = Pattern.compile("\\n {2}[^:\\n]{1,20}: ?(\\d+)(?=\\n|$)");
  private static final Pattern HINT =
      Pattern.compile(
          "\\n {2}(?:Hint|Hinweis|Indice|Suggerimento|ヒント|Подсказка|建议)\\s?[::] ?([^\\n]+)");
  private static final Pattern NEAR = Pattern.compile("near \"(.+?)\": syntax error");

  private Refusal() {}

  static DatabaseException of(SQLException failure, String sql) {
    String told = String.valueOf(failure.getMessage());
    Matcher position = POSITION.matcher(told);
    Matcher hint = HINT.matcher(told);
    return new DatabaseException(
        hint.reset(position.replaceFirst("")).replaceFirst("").strip(),
        failure.getSQLState() == null ? "" : failure.getSQLState(),
        position.reset().find() ? units(sql, Integer.parseInt(position.group(1))) : near(told, sql),
        hint.reset(told).find() ? hint.group(1) : FileAdvice.on(told).orElse(""),
        failure);
  }

  /** The database counts characters; a Java string counts some of them twice. */
  private static int units(String sql, int characters) {
    int known = Math.min(characters - 1, sql.codePointCount(0, sql.length()));
    return known < 0 ? 0 : sql.offsetByCodePoints(0, known) + 1;
  }

  /** A word that stands there once is where it stumbled; with two of them nobody can tell. */
  private static int near(String told, String sql) {
    Matcher near = NEAR.matcher(told);
    if (!near.find()) {
      return 0;
    }
    Matcher word =
        Pattern.compile("(?<!\\w)" + Pattern.quote(near.group(1)) + "(?!\\w)").matcher(sql);
    int first = word.find() ? word.start() + 1 : 0;
    return word.find() ? 0 : first;
  }
}
