package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.diff.RenameResolver;
import org.junit.jupiter.api.Test;

class RebuildTest {
  private static final String SHAPE =
      """
      CREATE TABLE users (id integer PRIMARY KEY AUTOINCREMENT, name text%s,
        boss integer REFERENCES users(id), loud text AS (upper(name)) STORED);
      CREATE UNIQUE INDEX users_name ON users (name COLLATE NOCASE DESC) WHERE name <> '';
      CREATE TABLE posts (user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE);
      CREATE TABLE log (what text);
      CREATE VIEW names AS SELECT name FROM users;
      CREATE VIEW more_names (n) AS SELECT name FROM names;
      CREATE TRIGGER noted AFTER INSERT ON users BEGIN
        INSERT INTO log VALUES (CASE WHEN new.name IS NULL THEN 'x' ELSE new.name END);
      END;
      CREATE TRIGGER elsewhere AFTER INSERT ON log BEGIN UPDATE users SET boss = NULL WHERE 0; END;
      CREATE TRIGGER instead INSTEAD OF DELETE ON names BEGIN DELETE FROM users; END;
      """;
  private static final String ROWS =
      """
      INSERT INTO users (name, boss) VALUES ('ann', NULL), ('bob', 1), ('cid', 2);
      INSERT INTO posts VALUES (1), (2);
      DELETE FROM users WHERE id = 3;
      """;

  @Test
  void keepsEverythingThatHangsOnTheTable() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(SHAPE.formatted("") + ROWS);
      String kept = "SELECT type, name, sql FROM sqlite_schema WHERE name <> 'users' ORDER BY name";
      var before = desk.rows(kept);
      assertThat(desk.become(SHAPE.formatted(" NOT NULL"))).contains("__new_users");
      assertThat(desk.rows("SELECT id, name, boss, loud FROM users"))
          .containsExactly("1 ann null ANN", "2 bob 1 BOB");
      assertThat(desk.rows("SELECT user_id FROM posts")).containsExactly("1", "2");
      assertThat(desk.rows("SELECT seq FROM sqlite_sequence WHERE name = 'users'"))
          .containsExactly("3");
      assertThat(desk.rows(kept).stream().map(RebuildTest::plain))
          .containsExactlyInAnyOrderElementsOf(before.stream().map(RebuildTest::plain).toList());
      assertThat(desk.rows("PRAGMA foreign_keys")).containsExactly("1");
      assertThat(desk.rows("PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  private static String plain(String sql) {
    return sql.replaceAll("[`\"]", "").replaceAll("\\s*([(),])\\s*", "$1").replaceAll("\\s+", " ");
  }

  @Test
  void leadsBackWithTheRowsAsWell() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(SHAPE.formatted("") + ROWS);
      var before = desk.schema();
      var plan = desk.planTo(SHAPE.formatted(" NOT NULL DEFAULT 'x'"), RenameResolver.none());
      desk.migrate(Desk.sql(plan.forward()));
      desk.migrate(Desk.sql(plan.back()));
      assertThat(desk.schema()).isEqualTo(before);
      assertThat(desk.rows("SELECT user_id FROM posts")).containsExactly("1", "2");
    }
  }

  @Test
  void aNullThatIsNoLongerAllowedStopsItAndNothingIsLost() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(SHAPE.formatted("") + ROWS + "INSERT INTO users (name) VALUES (NULL)");
      var before = desk.rows("SELECT * FROM sqlite_schema");
      assertThatThrownBy(() -> desk.become(SHAPE.formatted(" NOT NULL DEFAULT 'x'")))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("NOT NULL");
      assertThat(desk.rows("SELECT * FROM sqlite_schema")).isEqualTo(before);
      assertThat(desk.rows("SELECT count(*) FROM users")).containsExactly("3");
      assertThat(desk.rows("PRAGMA foreign_keys")).containsExactly("1");
    }
  }

  @Test
  void aRequiredColumnWithoutValuesStopsItAndNothingIsLost() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
      assertThatThrownBy(() -> desk.become("CREATE TABLE t (a, b text NOT NULL)"))
          .isInstanceOf(DatabaseException.class);
      assertThatThrownBy(() -> desk.become("CREATE TABLE t (a text, b text NOT NULL)"))
          .isInstanceOf(DatabaseException.class);
      assertThatThrownBy(() -> desk.become("CREATE TABLE t (b text NOT NULL PRIMARY KEY)"))
          .isInstanceOf(DatabaseException.class);
      assertThat(desk.rows("SELECT * FROM t")).containsExactly("1");
    }
  }

  @Test
  void hiddenRowidsStayEvenWhereAColumnTakesTheirName() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(
          "CREATE TABLE t (rowid, a); INSERT INTO t (_rowid_, a) VALUES (7, 'x'), (9, 'y')");
      desk.become("CREATE TABLE t (rowid, a text NOT NULL)");
      assertThat(desk.rows("SELECT oid AS number, rowid, a FROM t"))
          .containsExactly("7 null x", "9 null y");
    }
  }

  @Test
  void aRowOfWhichNothingStaysIsStillARow() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (id integer PRIMARY KEY); INSERT INTO t VALUES (4), (5)");
      desk.become("CREATE TABLE t (other integer PRIMARY KEY, a text CHECK (a <> ''))");
      assertThat(desk.rows("SELECT count(*) FROM t")).containsExactly("2");
    }
  }

  @Test
  void aColumnInOtherLettersKeepsItsValues() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (Name text); INSERT INTO t VALUES ('kept')");
      desk.become("CREATE TABLE t (name text NOT NULL)");
      assertThat(desk.rows("SELECT name FROM t")).containsExactly("kept");
    }
  }

  @Test
  void aTableWithoutRowidIsRebuiltToo() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(
          "CREATE TABLE t (k text PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO t VALUES (1, 2)");
      desk.become("CREATE TABLE t (k text PRIMARY KEY, v integer) STRICT, WITHOUT ROWID");
      desk.become("CREATE TABLE t (k text PRIMARY KEY, v integer)");
      assertThat(desk.rows("SELECT k, v FROM t")).containsExactly("1 2");
    }
  }

  @Test
  void referencesFollowARenameWithinARebuild() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(
          """
          PRAGMA legacy_alter_table=ON;
          CREATE TABLE a (id integer PRIMARY KEY); CREATE TABLE b (a_id REFERENCES a);
          INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);
          """);
      desk.migrate("PRAGMA foreign_keys=OFF; ALTER TABLE a RENAME TO c; PRAGMA foreign_keys=ON;");
      assertThat(desk.rows("SELECT \"table\" FROM pragma_foreign_key_list('b')"))
          .containsExactly("c");
      assertThat(desk.rows("PRAGMA legacy_alter_table")).containsExactly("1");
    }
  }
}
