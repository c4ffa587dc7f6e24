package dev.whimbrel.postgres.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
        "create index /* now */ concurrently if not exists i on t (a)",
        "DROP INDEX CONCURRENTLY IF EXISTS i",
        "-- quickly\nvacuum (full) t",
        "REINDEX (VERBOSE) INDEX CONCURRENTLY i",
        "REINDEX DATABASE d",
        "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
        "ALTER SYSTEM SET work_mem = 1",
        "CREATE DATABASE d",
        "CLUSTER"
      })
  void runsOutside(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Outside());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX i ON t (a)",
        "CREATE TABLE concurrently (id int)",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
        "ALTER TYPE m ADD VALUE 'x'",
        "ROLLBACK TO SAVEPOINT a",
        "SET LOCAL lock_timeout = '1s'",
        "SET CONSTRAINTS ALL DEFERRED",
        "SELECT 'set_config'",
        "\"VACUUM\"",
        "CLUSTER t USING i"
      })
  void runsInside(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Inside());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path = a",
        "SELECT pg_catalog.set_config('search_path', '', false)",
        "RESET ROLE",
        "PREPARE p AS SELECT 1"
      })
  void outlivesTheTransaction(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Setting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEGIN", "begin transaction", "START TRANSACTION", "\\restrict abc"})
  void isNotSent(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Needless());
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMIT", "end work", "COMMIT AND CHAIN"})
  void commits(String sql) {
    assertThat(mode(sql)).isEqualTo(new Mode.Commit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROLLBACK",
        "ABORT",
        "PREPARE TRANSACTION 'x'",
        "COMMIT PREPARED 'x'",
        "BEGIN ISOLATION LEVEL SERIALIZABLE",
        "DISCARD ALL",
        "SELECT pg_advisory_unlock_all()",
        "\\connect other"
      })
  void isRefused(String sql) {
    assertThat(mode(sql)).isInstanceOf(Mode.Refused.class);
  }

  private static Mode mode(String sql) {
    return new PostgresRules().mode(new SqlStatement(sql, 1));
  }
}
