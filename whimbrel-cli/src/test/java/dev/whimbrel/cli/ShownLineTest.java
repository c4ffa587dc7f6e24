package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks stand below what they mark, whatever a line is made of. */
class ShownLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "ALTER drop;|drop|6|4",
        "\tALTER drop;|drop|10|4",
        "ab\tdrop\tx|drop\tx|4|9",
        "-- 漢字 drop|drop|8|4",
        "-- Ünïcödé drop|drop|11|4",
        "-- 🦤 drop|drop|6|4",
        "-- e\u0301 drop|drop|5|4",
        "-- \u001b drop|drop|5|4",
        "名前|名前|0|4",
      })
  void countsCells(String line, String place, int before, int marks) {
    int from = line.indexOf(place);
    var shown = ShownLine.of(line, from, from + place.length());
    assertThat(shown.before()).isEqualTo(before);
    assertThat(shown.marks()).isEqualTo(marks);
    assertThat(shown.text()).doesNotContain("\t").doesNotContain("\u001b");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String line = "a".repeat(500) + "DROP" + "b".repeat(500);
    var shown = ShownLine.of(line, 500, 504);
    assertThat(shown.text()).hasSize(122).startsWith("…a").endsWith("b…");
    assertThat(shown.text().substring(shown.before(), shown.before() + shown.marks()))
        .isEqualTo("DROP");
  }

  @Test
  void marksOnlyWhatIsLeftOfALongPlace() {
    String line = "x ".repeat(300);
    var shown = ShownLine.of(line, 0, line.length());
    assertThat(shown.before()).isZero();
    assertThat(shown.marks()).isEqualTo(120);
    assertThat(shown.text()).hasSize(121).endsWith("…");
  }
}
