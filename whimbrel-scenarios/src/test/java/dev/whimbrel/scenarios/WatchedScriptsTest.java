package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that lean on their transaction are watched as if they had it. */
class WatchedScriptsTest {
  private static final String FIRST =
      "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, mail text);"
          + "CREATE TABLE mails (id integer PRIMARY KEY,"
          + " owner integer REFERENCES users DEFERRABLE INITIALLY DEFERRED);";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TEMP TABLE found ON COMMIT DROP AS SELECT id FROM users;"
            + " CREATE UNIQUE INDEX ON found (id); DELETE FROM found WHERE id = 1;",
        "CREATE TEMPORARY TABLE found (id integer) ON COMMIT DROP;"
            + " INSERT INTO found VALUES (1); ALTER TABLE found ADD COLUMN x text;",
        "CREATE TEMP TABLE found (id integer UNIQUE) ON COMMIT DELETE ROWS;"
            + " INSERT INTO found VALUES (1), (1 + 1);"
            + " DO $$ BEGIN IF NOT EXISTS (SELECT FROM found) THEN RAISE 'empty'; END IF; END $$;",
        "BEGIN; CREATE TEMP TABLE found ON\n COMMIT  DROP AS TABLE users; TABLE found; COMMIT;",
        "SAVEPOINT here; UPDATE users SET name = 'a' WHERE id = 1; ROLLBACK TO SAVEPOINT here;",
        "SELECT set_config('app.who', 'me', true);"
            + " DO $$ BEGIN IF current_setting('app.who') <> 'me' THEN RAISE 'nobody'; END IF; END $$;",
        "CREATE SCHEMA app; SET search_path TO public; BEGIN; SET LOCAL search_path TO app;"
            + " CREATE TABLE x (id integer); COMMIT; ALTER TABLE users ADD COLUMN x text;",
        "CREATE SCHEMA app; SET search_path TO app, public; BEGIN;"
            + " SELECT set_config('search_path', 'public', true); UPDATE users SET name = 'a';"
            + " COMMIT; CREATE TABLE x (id integer); ALTER TABLE app.x ADD COLUMN y text;",
        "DECLARE all_users CURSOR FOR SELECT * FROM users; FETCH 1 FROM all_users; CLOSE all_users;",
        "INSERT INTO mails VALUES (70, 70); INSERT INTO users VALUES (70, 'a', 'b');",
      })
  void doesNotFailForWantOfItsTransaction(String script) {
    CommandLine line = project().migration("20260102000000_second", script, "SELECT 1;");
    assertThat(line.whimbrel("review", "second", "--advice").out()).doesNotContain("[fails]");
  }

  @Test
  void isRefusedWhereOnlyItsTransactionRefusesIt() {
    CommandLine line =
        project()
            .migration(
                "20260102000000_second",
                "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE moods (mood mood);",
                "SELECT 1;")
            .migration(
                "20260103000000_third",
                "ALTER TYPE mood ADD VALUE 'ok';\nINSERT INTO moods VALUES ('ok');",
                "SELECT 1;");
    assertThat(line.whimbrel("review", "third").out())
        .contains("migration.sql:2:1")
        .contains("[fails]")
        .contains("unsafe use of new value");
  }

  private CommandLine project() {
    return new CommandLine(folder)
        .file("whimbrel.yaml", "dialect: postgresql\nmigrations: migrations\n")
        .migration("20260101000000_first", FIRST, "DROP TABLE mails; DROP TABLE users;");
  }
}
