package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class LibsqlTest {
  private static final String USERS =
      "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO users VALUES (1, 'ann');"
          + " CREATE TRIGGER touch AFTER UPDATE ON users BEGIN SELECT 1; END;";

  @Test
  void aColumnThatLibsqlWouldAlterIsExplainedAndOfferedInPlainSqlite() {
    try (Desk desk = Desk.inMemory().script(USERS)) {
      Throwable refused =
          catchThrowable(() ->
              desk.migrate(
                  "SELECT 1;\n"
                      + "ALTER TABLE `users` ALTER COLUMN \"name\" TO \"name\" text NOT NULL"
                      + " DEFAULT 'x' CHECK (name <> '');"));
      assertThat(refused)
          .hasMessageContaining("Line 2 says ALTER COLUMN … TO …")
          .hasMessageContaining("CREATE TRIGGER touch");
      String message = String.valueOf(refused.getMessage());
      desk.migrate(message.substring(message.indexOf("\n\n")));
      assertThat(desk.rows("SELECT * FROM users")).containsExactly("1 ann");
      assertThat(desk.rows("SELECT name FROM pragma_table_info('users') WHERE \"notnull\""))
          .containsExactly("name");
      assertThatThrownBy(() -> desk.script("INSERT INTO users VALUES (2, '')"))
          .hasMessageContaining("CHECK");
    }
  }

  @Test
  void aTableThatIsNotThereYetIsLeftToTheSchema() {
    try (Desk desk = Desk.inMemory()) {
      assertThatThrownBy(() -> desk.migrate("ALTER TABLE users ALTER COLUMN a TO a text"))
          .hasMessageContaining("whimbrel generate");
    }
  }
}
