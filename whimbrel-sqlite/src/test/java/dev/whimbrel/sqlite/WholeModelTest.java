package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.database.SqliteShape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a table may say is understood, made again as it was, and kept through a rebuild. */
class WholeModelTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a INTEGER PRIMARY KEY DESC, b",
        "a INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE, b",
        "a INTEGER PRIMARY KEY ON CONFLICT IGNORE AUTOINCREMENT, b",
        "a INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, b",
        "a INTEGER, b, PRIMARY KEY (a DESC)",
        "a INTEGER, b, PRIMARY KEY (a AUTOINCREMENT)",
        "a TEXT COLLATE NOCASE PRIMARY KEY, b",
        "a TEXT, b, PRIMARY KEY (a COLLATE RTRIM, b DESC) ON CONFLICT IGNORE",
        "a INTEGER PRIMARY KEY, b UNIQUE ON CONFLICT REPLACE",
        "a INTEGER PRIMARY KEY, b, UNIQUE (b COLLATE NOCASE, a) ON CONFLICT FAIL",
        "a INTEGER PRIMARY KEY, b NOT NULL ON CONFLICT REPLACE DEFAULT 7",
        "a INTEGER PRIMARY KEY, b CONSTRAINT present NOT NULL",
        "a INTEGER PRIMARY KEY, b CONSTRAINT some DEFAULT 3 CONSTRAINT such COLLATE NOCASE",
        "a INTEGER PRIMARY KEY, b NULL",
        "a INTEGER PRIMARY KEY, b, CHECK (b > 0) ON CONFLICT ABORT",
        "a INTEGER PRIMARY KEY, b CHECK (b > 0) CHECK (b < 90)",
        "a INTEGER PRIMARY KEY, b CONSTRAINT low CHECK (b > 0) CONSTRAINT high CHECK (b < 90)",
        "a INTEGER PRIMARY KEY, b REFERENCES p MATCH FULL ON DELETE CASCADE",
        "a INTEGER PRIMARY KEY, b REFERENCES p (id) ON DELETE SET DEFAULT ON UPDATE SET NULL"
            + " DEFERRABLE INITIALLY DEFERRED",
        "a INTEGER PRIMARY KEY, b REFERENCES p NOT DEFERRABLE INITIALLY IMMEDIATE",
        "a INTEGER PRIMARY KEY, b REFERENCES p DEFERRABLE",
        "a INTEGER PRIMARY KEY, b CONSTRAINT fk REFERENCES p ON UPDATE RESTRICT",
        "a INTEGER PRIMARY KEY, b, FOREIGN KEY (b) REFERENCES p MATCH SIMPLE",
        "a INTEGER PRIMARY KEY, b, FOREIGN KEY (b, a) REFERENCES q (x, y)",
        "a INTEGER PRIMARY KEY, b AS (a + 1)",
        "a INTEGER PRIMARY KEY, b INT GENERATED ALWAYS AS (a + 1) STORED NOT NULL",
        "a INTEGER PRIMARY KEY, b INT GENERATED ALWAYS AS (a + 1) VIRTUAL UNIQUE",
        "a INTEGER PRIMARY KEY, b INT CONSTRAINT g GENERATED ALWAYS AS (a + 1)",
        "a INTEGER PRIMARY KEY, b DEFAULT (random())",
        "a INTEGER PRIMARY KEY, b DEFAULT -5",
        "a INTEGER PRIMARY KEY, b DEFAULT +5.5e3",
        "a INTEGER PRIMARY KEY, b DEFAULT CURRENT_TIMESTAMP",
        "a INTEGER PRIMARY KEY, b DEFAULT x'00ff'",
        "a INTEGER PRIMARY KEY, b DEFAULT TRUE",
        "a INTEGER PRIMARY KEY, b DEFAULT abc",
        "a INTEGER PRIMARY KEY, b DEFAULT \"abc\"",
        "a INTEGER PRIMARY KEY, b DEFAULT ('a' || 'b')",
        "a INTEGER PRIMARY KEY, b DECIMAL(10,2)",
        "a INTEGER PRIMARY KEY, b DOUBLE PRECISION",
        "a INTEGER PRIMARY KEY, b VARYING CHARACTER (255)",
        "a INTEGER PRIMARY KEY, b UNSIGNED BIG INT",
        "a INTEGER PRIMARY KEY, b \"weird type\"",
        "a INTEGER PRIMARY KEY, [b] [int]",
        "a INTEGER PRIMARY KEY, b INT(+5)",
        "a INTEGER PRIMARY KEY, `b` VARCHAR(10) COLLATE NOCASE",
        "a INTEGER PRIMARY KEY, b -- what is said of b\n /* and more */ INT",
        "a INTEGER PRIMARY KEY, \"b\" TEXT, \"select\" TEXT, 'c d' INT, \"e\"\"f\" INT",
        "a INT, b INT, UNIQUE (a, b) UNIQUE (b) CHECK (a > 0) PRIMARY KEY (b, a)",
        "a INT UNIQUE UNIQUE, b INT, UNIQUE (a)",
        "a INT PRIMARY KEY UNIQUE NOT NULL, b",
        "a, b"
      })
  void isUnderstoodMadeAgainAndKept(String columns) {
    String more = "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE q (x, y, UNIQUE (x, y));";
    try (Desk there = Desk.inMemory().script(more + "CREATE TABLE t (" + columns + ")");
        Desk here = Desk.inMemory()) {
      Schema schema = there.schema();
      assertThat(schema.all(Opaque.class).toList()).isEmpty();
      here.migrate(Desk.sql(here.plan(schema, RenameResolver.none()).forward()));
      assertThat(here.schema()).isEqualTo(schema);
      assertThat(shape(here)).isEqualTo(shape(there));
      assertThat(conflicts(here)).isEqualTo(conflicts(there));
    }
    keepsItThroughARebuild(more, columns);
  }

  private static void keepsItThroughARebuild(String more, String columns) {
    String rows = "INSERT INTO p VALUES (10), (20); INSERT INTO q VALUES (10, 1), (20, 2);";
    String table = "CREATE TABLE t (" + columns + ");";
    String wider = table.replaceFirst("\\(", "(zz INT UNIQUE, ");
    try (Desk desk = Desk.inMemory().script(more + rows + wider)) {
      for (int number = 1; number < 3; number++) {
        desk.script(insert(desk, number));
      }
      var before = desk.rows("SELECT a, b FROM t ORDER BY a");
      desk.become(more + table);
      assertThat(desk.rows("SELECT a, b FROM t ORDER BY a")).isEqualTo(before);
      try (Desk there = Desk.inMemory().script(more + table)) {
        assertThat(shape(desk)).isEqualTo(shape(there));
        assertThat(conflicts(desk)).isEqualTo(conflicts(there));
      }
    }
  }

  private static String insert(Desk desk, int number) {
    boolean computed = desk.rows("SELECT name FROM pragma_table_info('t')").contains("b");
    return computed
        ? "INSERT INTO t (zz, a, b) VALUES (%d, %d, %d)".formatted(number, number, number * 10)
        : "INSERT INTO t (zz, a) VALUES (%d, %d)".formatted(number, number);
  }

  private static List<String> shape(Desk desk) {
    return new SqliteShape(desk.session()).text().lines().sorted().toList();
  }

  /** No pragma tells what is done on a conflict. */
  private static long conflicts(Desk desk) {
    return desk.rows("SELECT sql FROM sqlite_schema WHERE name = 't'").stream()
        .mapToLong(sql -> sql.split("ON CONFLICT").length)
        .sum();
  }
}
