package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.proof.Scripts;
import dev.whimbrel.review.forecast.Forecast;
import dev.whimbrel.review.forecast.Range;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.sql.StatementReader;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.sqlite.SqliteDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long statements are said to take, from what they were seen to do. */
class ForecastTest {
  private static final TableSize BIG = new TableSize(1_000_000, 341_000_000, 0, 0);
  private static final TableSize INDEXED = new TableSize(1_000_000, 341_000_000, 200_000_000, 0);
  private static final Statistics STATISTICS =
      new Statistics(
          Instant.EPOCH,
          new Readings(
              Duration.ZERO,
              new TreeMap<>(
                  Map.of(
                      ObjectName.of("big"),
                      BIG,
                      ObjectName.of("indexed"),
                      INDEXED,
                      new ObjectName("archive", "Old"),
                      BIG))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO fresh SELECT * FROM big",
        "CREATE TABLE fresh AS SELECT * FROM big",
        "CREATE MATERIALIZED VIEW fresh AS SELECT * FROM big",
        "SELECT * INTO fresh FROM big"
      })
  void rowsThatAreCopiedAreWrittenToo(String copy) {
    assertThat(time(copy).least()).isGreaterThan(time("SELECT count(*) FROM big").least() * 2);
    assertThat(time(copy).most()).isGreaterThan(10);
  }

  @Test
  void rowsThatComeToIndexesTakeLonger() {
    assertThat(time("INSERT INTO indexed SELECT * FROM big").most())
        .isGreaterThan(time("INSERT INTO fresh SELECT * FROM big").most() * 2);
  }

  @Test
  void fewRowsMayComeOfMany() {
    assertThat(time("INSERT INTO fresh SELECT count(*) FROM big").least())
        .isLessThan(time("INSERT INTO fresh SELECT * FROM big").least() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"big", "public.big", "\"public\".\"big\"", "archive.\"Old\""})
  void aTableIsKnownHoweverTheServerSpellsItsName(String name) {
    Forecast forecast =
        forecast(new PostgresDialect(), "ALTER TABLE " + name + " ADD CHECK (a > 0)", name);
    assertThat(forecast.unknown()).isEmpty();
  }

  @Test
  void aTableKeepsItsSizeWhereItIsRenamed() {
    Statistics known =
        STATISTICS.after(StatementReader.read("ALTER TABLE public.big RENAME TO \"Bigger\""));
    assertThat(known.of(ObjectName.of("Bigger"))).contains(BIG);
    assertThat(known.of("big")).isEmpty();
    assertThat(known.after(StatementReader.read("ALTER TABLE other RENAME TO big")))
        .isEqualTo(known);
  }

  @Test
  void aTableThatTheScriptMadeIsNotUnknown() {
    Forecast forecast =
        forecast(
            new PostgresDialect(),
            "CREATE TABLE public.fresh (a int); ALTER TABLE public.fresh ADD CHECK (a > 0)",
            "public.fresh");
    assertThat(forecast.unknown()).isEmpty();
  }

  @Test
  void sqliteTakesNamesInOtherLettersForOne() {
    assertThat(forecast(new SqliteDialect(), "CREATE INDEX i ON Big (a)", "").unknown()).isEmpty();
    assertThat(forecast(new SqliteDialect(), "INSERT INTO x SELECT * FROM BIG", "").unknown())
        .isEmpty();
    assertThat(forecast(new SqliteDialect(), "CREATE INDEX i ON bigger (a)", "").unknown())
        .containsExactly("bigger");
  }

  private static Range time(String sql) {
    return forecast(new PostgresDialect(), sql, "big").time().orElseThrow();
  }

  /** What is said of the last statement of a script, which was seen to read that table. */
  private static Forecast forecast(Dialect dialect, String sql, String scanned) {
    var seen =
        new Observation(
            List.of(), List.of(), List.of(scanned), List.of(), true, Optional.empty(), 0);
    Script script = new Scripts(dialect).read(sql);
    return dialect
        .forecaster()
        .of(script.statements().getLast().seen(seen), script, STATISTICS)
        .orElseThrow();
  }
}
