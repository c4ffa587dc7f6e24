package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderTest {
  @Test
  void makesTablesAsDrizzlePrintsThem() {
    try (Desk desk = Desk.inMemory()) {
      assertThat(
              desk.become(
                  """
                  CREATE TABLE users (id integer primary key autoincrement not null,
                    email text not null, at integer not null default (unixepoch()));
                  CREATE TABLE posts (id integer PRIMARY KEY NOT NULL, a text, b text, n text DEFAULT 'x',
                    user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
                    CONSTRAINT positive CHECK (id > 0), UNIQUE (a, b));
                  CREATE UNIQUE INDEX users_email_unique ON users(email);
                  CREATE INDEX posts_idx ON posts(user_id DESC, lower(a)) WHERE a IS NOT NULL;
                  """))
          .isEqualTo(
              """
              CREATE TABLE `posts` (
              \t`id` integer PRIMARY KEY NOT NULL,
              \t`a` text,
              \t`b` text,
              \t`n` text DEFAULT 'x',
              \t`user_id` integer NOT NULL,
              \tFOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
              \tUNIQUE(`a`,`b`),
              \tCONSTRAINT `positive` CHECK(id > 0)
              );
              CREATE INDEX `posts_idx` ON `posts` (`user_id` DESC,lower(a)) WHERE a IS NOT NULL;
              CREATE TABLE `users` (
              \t`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
              \t`email` text NOT NULL,
              \t`at` integer DEFAULT (unixepoch()) NOT NULL
              );
              CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
              """);
    }
  }

  @Test
  void addsAColumnAsTheGuidePrintsIt() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE execution_history (id integer)");
      assertThat(
              desk.become(
                  "CREATE TABLE execution_history (id integer, items_skipped_available integer)"))
          .isEqualTo("ALTER TABLE `execution_history` ADD `items_skipped_available` integer;\n");
    }
  }

  @Test
  void addsAColumnWithItsForeignKeyInOneStatement() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE a (id integer PRIMARY KEY); CREATE TABLE b (x text)");
      assertThat(
              desk.become(
                  """
                  CREATE TABLE a (id integer PRIMARY KEY);
                  CREATE TABLE b (x text, a_id integer REFERENCES a ON DELETE SET NULL)\
                  """))
          .isEqualTo(
              "ALTER TABLE `b` ADD `a_id` integer REFERENCES `a`(`id`) ON UPDATE no action ON DELETE"
                  + " set null;\n");
      assertThat(desk.rows("SELECT \"table\", on_delete FROM pragma_foreign_key_list('b')"))
          .containsExactly("a SET NULL");
    }
  }

  @Test
  void rebuildsOnlyWhatAlterCannotChange() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a text, b text, c text); CREATE INDEX i ON t (b)");
      assertThat(
              desk.become(
                  "CREATE TABLE t (a text, c text, d integer NOT NULL DEFAULT 0, e AS (a || c))"))
          .isEqualTo(
              """
              DROP INDEX `i`;
              ALTER TABLE `t` ADD `d` integer DEFAULT 0 NOT NULL;
              ALTER TABLE `t` ADD `e` GENERATED ALWAYS AS (a || c) VIRTUAL;
              ALTER TABLE `t` DROP COLUMN `b`;
              """);
      assertThat(desk.become("CREATE TABLE t (a text, d integer NOT NULL, c text DEFAULT (1 + 2))"))
          .isEqualTo(
              """
              PRAGMA foreign_keys=OFF;
              CREATE TABLE `__new_t` (
              \t`a` text,
              \t`c` text DEFAULT (1 + 2),
              \t`d` integer NOT NULL
              );
              INSERT INTO `__new_t`(rowid, `a`, `c`, `d`) SELECT rowid, `a`, `c`, `d` FROM `t`;
              DROP TABLE `t`;
              ALTER TABLE `__new_t` RENAME TO `t`;
              PRAGMA foreign_keys=ON;
              """);
    }
  }

  @Test
  void keepsARenameInFrontOfARebuild() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a text CHECK (a <> '')); INSERT INTO t VALUES ('kept')");
      RenameResolver renames =
          (from, to) -> List.of(new Change.RenameColumn(ObjectName.of("t"), "a", "B c"));
      String sql =
          Desk.sql(
              desk.planTo("CREATE TABLE t (\"B c\" text NOT NULL CHECK (\"B c\" <> ''))", renames)
                  .forward());
      assertThat(sql).startsWith("ALTER TABLE `t` RENAME COLUMN `a` TO `B c`;\nPRAGMA");
      desk.migrate(sql);
      assertThat(desk.rows("SELECT `B c` FROM t")).containsExactly("kept");
    }
  }

  @Test
  void dropsReferringTablesFirstAndKeepsRowsThatRefer() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(
          """
          CREATE TABLE a (id integer PRIMARY KEY);
          CREATE TABLE b (id integer PRIMARY KEY, a_id REFERENCES a);
          CREATE TABLE c (b_id REFERENCES b ON DELETE CASCADE);
          INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1); INSERT INTO c VALUES (1);
          """);
      desk.become("CREATE TABLE c (b_id)");
      assertThat(desk.rows("SELECT b_id FROM c")).containsExactly("1");
    }
  }
}
