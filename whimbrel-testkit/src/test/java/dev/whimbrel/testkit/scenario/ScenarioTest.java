package dev.whimbrel.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final String TEXT =
      """
      A table gets a column.

      -- from --
      table a
        id int

      -- sqlite.sql --
      -- nothing to do
      """;

  @Test
  void aFileIsAStoryAndItsSections() {
    Scenario scenario = Scenario.parse(Path.of("x.txt"), TEXT);

    assertThat(scenario.sentence()).isEqualTo("A table gets a column.");
    assertThat(scenario.section("from")).isEqualTo("table a\n  id int");
    assertThat(scenario.section("sqlite.sql")).isEqualTo("-- nothing to do");
    assertThat(scenario.find("to")).isEmpty();
  }

  @Test
  void whatIsReadIsWrittenAsItWas() {
    assertThat(Scenario.parse(Path.of("x.txt"), TEXT).text()).isEqualTo(TEXT);
  }

  @Test
  void aSectionWithoutTextGoes() {
    Scenario scenario = Scenario.parse(Path.of("x.txt"), TEXT);

    assertThat(scenario.with("from", "").find("from")).isEmpty();
  }
}
