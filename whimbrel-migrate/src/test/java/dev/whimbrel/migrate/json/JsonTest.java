package dev.whimbrel.migrate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void printsWhatItReadAsOtherToolsPrintIt() {
    String text =
        """
        {
          "when": 1795233856483,
          "half": -1.50e+3,
          "names": [
            "a\\"b\\\\\\n",
            null
          ],
          "none": {},
          "fine": true
        }\
        """;

    assertThat(Json.parse(text).indented()).isEqualTo(text);
  }

  @Test
  void readsEscapes() {
    assertThat(Json.parse("\"\\u00e9\\/\\t\"")).isEqualTo(new Json.Text("é/\t"));
  }

  @Test
  void givesMembersWhereThereAreAny() {
    Json json = Json.parse("{\"idx\": 7, \"tag\": \"x\", \"entries\": [1, 2]}");

    assertThat(json.text("idx")).contains("7");
    assertThat(json.text("tag")).contains("x");
    assertThat(json.items("entries")).hasSize(2);
    assertThat(json.text("none")).isEmpty();
    assertThat(new Json.Nothing().member("tag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\" 1}",
        "{\"a\":1,\"a\":2}",
        "01",
        "tru",
        "\"a\nb\"",
        "1 2",
        "\"\\x\""
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void saysWhereItIsBroken() {
    assertThatThrownBy(() -> Json.parse("{\n\"a\": 1,\n}"))
        .hasMessage("line 3: a name in quotes is expected");
  }

  @Test
  void doesNotGoDeeperThanItsStack() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
  }
}
