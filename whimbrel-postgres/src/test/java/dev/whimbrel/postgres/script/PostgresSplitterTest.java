package dev.whimbrel.postgres.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.SqlStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresSplitterTest {
  @Test
  void splitsAtSemicolonsAndCountsLines() {
    assertThat(new PostgresSplitter().split("-- first\nSELECT 1;\n\n SELECT\n2 ;;"))
        .containsExactly(new SqlStatement("SELECT 1", 2), new SqlStatement("SELECT\n2", 4));
  }

  @Test
  void leavesStringsAndNamesWhole() {
    assertThat(split("SELECT 'a;''b', \"c;d\"; SELECT 2")).hasSize(2);
    assertThat(split("SELECT E'it\\'s;'; SELECT 'a\\'; SELECT 3")).hasSize(3);
  }

  @Test
  void leavesDollarQuotesWhole() {
    assertThat(split("DO $$ BEGIN; END $$; SELECT $a$ $$;$b$; $a$; SELECT a$b$;")).hasSize(3);
    assertThat(split("SELECT $1; SELECT 2")).hasSize(2);
  }

  @Test
  void nestsComments() {
    assertThat(split("/* a /* b; */ c; */ SELECT 1 /* d; */; -- e;\n")).containsExactly("SELECT 1");
  }

  @Test
  void endsAStatementAtABreakpoint() {
    assertThat(split("SELECT 1;--> statement-breakpoint\nSELECT 2;"))
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(split("SELECT 1\n--> statement-breakpoint\nSELECT 2"))
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(split("SELECT '--> statement-breakpoint' /* --> statement-breakpoint */"))
        .hasSize(1);
  }

  @Test
  void keepsTheRowsBehindACopy() {
    var script = "COPY t (a, b) FROM stdin WITH (FORMAT text);\n1\ta;b\n2\t\\N\n\\.\n\nSELECT 1;";
    assertThat(new PostgresSplitter().split(script))
        .containsExactly(
            new SqlStatement(
                "COPY t (a, b) FROM stdin WITH (FORMAT text)", 1, Optional.of("1\ta;b\n2\t\\N\n")),
            new SqlStatement("SELECT 1", 6));
  }

  @Test
  void namesCommandsOfPsql() {
    assertThat(split("\\connect other\nSELECT 1;\n\\d t\n"))
        .containsExactly("\\connect other", "SELECT 1", "\\d t");
  }

  @Test
  void leavesBodiesInStandardSqlWhole() {
    String function =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
    assertThat(split(function + "; SELECT 3")).containsExactly(function, "SELECT 3");
    assertThat(split("BEGIN; SELECT 1; END;")).hasSize(3);
  }

  @Test
  void leavesRulesInParenthesesWhole() {
    assertThat(split("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3"))
        .hasSize(2);
  }

  private static List<String> split(String script) {
    return new PostgresSplitter().split(script).stream().map(SqlStatement::sql).toList();
  }
}
