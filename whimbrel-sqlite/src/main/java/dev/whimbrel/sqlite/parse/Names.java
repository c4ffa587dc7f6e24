package dev.whimbrel.sqlite.parse;

import java.util.Locale;
import java.util.Set;

/** How names are spelled in SQL. */
public final class Names {
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE
          BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE
          CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE
          DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE
          EXISTS EXPLAIN FAIL FALSE FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB
          GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD
          INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT
          NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA
          PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME
          REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET STORED STRICT
          TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER TRUE UNBOUNDED UNION UNIQUE UPDATE
          USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHIN WITHOUT
          """
              .strip()
              .split("\\s+"));

  /** Keywords that mean something within an expression when they stand there without quotes. */
  private static final Set<String> WITHIN_EXPRESSIONS =
      Set.of(
          """
          ALL AND AS ASC BETWEEN BY CASE CAST COLLATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP
          DESC DISTINCT ELSE END ESCAPE EXISTS FALSE FILTER FROM GLOB IN IS ISNULL LIKE MATCH NOT
          NOTNULL NULL ON OR ORDER OVER RAISE REGEXP SELECT THEN TRUE WHEN WHERE
          """
              .strip()
              .split("\\s+"));

  private Names() {}

  /** The name in backticks. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** The name as it stands within an expression: bare where that is safe, in double quotes else. */
  public static String inExpression(String name) {
    return plain(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Whether a token is a word of the language and not the name of something. */
  static boolean operative(Token token) {
    return token.kind() == Token.Kind.WORD
        && WITHIN_EXPRESSIONS.contains(token.text().toUpperCase(Locale.ROOT));
  }

  private static boolean plain(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
  }
}
