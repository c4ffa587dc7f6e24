package dev.whimbrel.migrate.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlywayNameTest {
  @Test
  void sortsByVersionAndRepeatablesLast() {
    List<FlywayName> sorted =
        Stream.of("R__b", "V10__x", "V1_2__x", "V1__x", "R__a", "V1.10__x", "V2__x")
            .map(name -> FlywayName.of(name).orElseThrow())
            .sorted()
            .toList();

    assertThat(sorted)
        .extracting(name -> name.version() + name.description())
        .containsExactly("1x", "1.2x", "1.10x", "2x", "10x", "a", "b");
  }

  @Test
  void knowsAVersionHoweverItIsSpelled() {
    assertThat(FlywayName.of("V01_0__x").orElseThrow().isSameVersion("1")).isTrue();
    assertThat(FlywayName.of("V1.1__x").orElseThrow().isSameVersion("1")).isFalse();
  }

  @Test
  void isNotWhatFlywayPassesOver() {
    assertThat(Stream.of("afterMigrate", "V__x", "R1__x", "X1__x", "1__x").map(FlywayName::of))
        .allMatch(name -> name.isEmpty());
  }
}
