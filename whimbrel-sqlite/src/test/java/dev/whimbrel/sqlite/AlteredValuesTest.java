package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.diff.RenameResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a column of another type would hold in another form. */
class AlteredValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "text    | integer | '007'               | '007' would be 7",
        "text    | numeric | '12.50'             | '12.50' would be 12.5",
        "text    | integer | '1e3'               | '1e3' would be 1000",
        "text    | real    | '1.50'              | '1.50' would be 1.5",
        "text    | integer | '99999999999999999999' | would be 1.0e+20",
        "blob    | integer | ' 7'                | ' 7' would be 7",
        "integer | real    | 9007199254740993    | 9007199254740993 would be 9007199254740992.0",
      })
  void areNamedAndNothingIsChanged(String from, String to, String value, String told) {
    try (Desk desk = Desk.inMemory()) {
      desk.script(
          "CREATE TABLE t (a %s, b); INSERT INTO t(a) VALUES (%s), (NULL)".formatted(from, value));
      assertThatThrownBy(() -> desk.become("CREATE TABLE t (a %s, b)".formatted(to)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 value of t.a would become another")
          .hasMessageContaining(told);
      assertThat(desk.rows("SELECT quote(a) FROM t")).containsExactly(value, "NULL");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "text    | integer | '7'",
        "text    | integer | 'seven'",
        "text    | integer | '7 up'",
        "text    | real    | '7.0'",
        "text    | real    | '7'",
        "text    | blob    | '007'",
        "integer | text    | 7",
        "integer | real    | 7",
        "real    | integer | 7.0",
        "real    | text    | 0.5",
        "numeric | integer | 'n/a'",
        "blob    | text    | x'37'",
      })
  void whatCanBeHadBackIsConverted(String from, String to, String value) {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a %s, b); INSERT INTO t(a) VALUES (%s)".formatted(from, value));
      desk.become("CREATE TABLE t (a %s, b)".formatted(to));
      assertThat(desk.rows("SELECT a FROM t")).hasSize(1);
    }
  }

  @Test
  void whoeverUpdatesThemFirstHasLookedAtThem() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a text, b); INSERT INTO t(a) VALUES ('007'), ('x')");
      String rebuild =
          Desk.sql(desk.planTo("CREATE TABLE t (a integer, b)", RenameResolver.none()).forward());
      assertThatThrownBy(() -> desk.migrate(rebuild))
          .satisfies(refusal -> {
            String told = String.valueOf(refusal.getMessage());
            String update = told.substring(told.indexOf("UPDATE"));
            desk.migrate(update + ";" + rebuild);
          });
      assertThat(desk.rows("SELECT quote(a) FROM t")).containsExactly("7", "'x'");
    }
  }
}
