package dev.whimbrel.sqlite.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"VACUUM", "PRAGMA journal_mode = WAL", "pragma main.wal_checkpoint(full)"})
  void runsOutside(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Outside());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (id INTEGER)",
        "PRAGMA foreign_keys = OFF",
        "ROLLBACK TO a",
        "SAVEPOINT a",
        "RELEASE a"
      })
  void runsInside(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Inside());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEGIN IMMEDIATE", "COMMIT TRANSACTION", "END", "begin"})
  void isNotSent(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Needless());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROLLBACK", ".mode csv"})
  void isRefused(String sql) {
    assertThat(mode(sql)).isInstanceOf(Mode.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE sqlite_sequence(name,seq)",
        "DELETE FROM sqlite_sequence",
        "INSERT INTO sqlite_stat1 VALUES('t','i','1 1')"
      })
  void aSchemaCanDoWithout(String sql) {
    assertThat(new SqliteRules().idle(new SqlStatement(sql, 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE TABLE sequence (a)", "INSERT INTO sqlite_schema VALUES (1)"})
  void aSchemaNeeds(String sql) {
    assertThat(new SqliteRules().idle(new SqlStatement(sql, 1))).isFalse();
  }

  private static Mode mode(String sql) {
    return new SqliteRules().mode(new SqlStatement(sql, 1));
  }
}
