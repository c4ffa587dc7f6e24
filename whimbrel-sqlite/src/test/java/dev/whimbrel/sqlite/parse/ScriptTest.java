package dev.whimbrel.sqlite.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.SqlStatement;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void statementsEndAtSemicolonsOutsideOfStringsNamesAndComments() {
    assertThat(
            Script.statements(
                """
                SELECT 'a;''b', "c;d", `e;`, [f;] -- g;
                  /* h; */ FROM t;

                -- only words;
                SELECT 2\
                """))
        .containsExactly(
            new SqlStatement("SELECT 'a;''b', \"c;d\", `e;`, [f;] -- g;\n  /* h; */ FROM t", 1),
            new SqlStatement("SELECT 2", 5));
  }

  @Test
  void aTriggerEndsWithItsEndAndNotWithThatOfACase() {
    String trigger =
        """
        CREATE TEMP TRIGGER touch AFTER UPDATE ON t BEGIN
          UPDATE t SET a = CASE WHEN new.a > 1 THEN 1 ELSE 2 END;
          SELECT 1;
        END\
        """;
    assertThat(Script.statements(trigger + ";\nSELECT 1;"))
        .containsExactly(new SqlStatement(trigger, 1), new SqlStatement("SELECT 1", 5));
  }

  @Test
  void aBreakpointEndsAStatementThatNothingElseEnds() {
    assertThat(
            Script.statements(
                "CREATE TABLE a (b)\n--> statement-breakpoint\nCREATE TABLE c (d);--> statement-breakpoint\nSELECT '--> statement-breakpoint'"))
        .extracting(SqlStatement::sql)
        .containsExactly(
            "CREATE TABLE a (b)", "CREATE TABLE c (d)", "SELECT '--> statement-breakpoint'");
  }

  @Test
  void nothingIsNoStatement() {
    assertThat(Script.statements(" ;; -- nothing\n/* open")).isEmpty();
  }
}
