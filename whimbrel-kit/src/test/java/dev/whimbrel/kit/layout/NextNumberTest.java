package dev.whimbrel.kit.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextNumberTest {
  private final NextNumber next =
      new NextNumber(Clock.fixed(Instant.parse("2026-11-21T16:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "7, 8",
    "009, 010",
    "0999, 1000",
    "999, 1000",
    "1510262030, 1795276800",
    "1895276800, 1895276801",
    "20260101000000, 20261121160000",
    "20261231235959, 20270101000000"
  })
  void countsOnAsOthersDid(String last, String wanted) {
    assertThat(next.after(Optional.of(last), "1")).isEqualTo(wanted);
  }
}
