package dev.whimbrel.review.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "&foo"           | &foo
          "&\\0061"        | &\\0061
          U&"d\\0061t\\+000061" | data
          u&"a""b"         | a"b
          U&"\\+FFFFFF"    | \\+FFFFFF
          "a""b"           | a"b
          """)
  void takesANameAsTheServerDoes(String written, String meant) {
    assertThat(StatementReader.read("DROP TABLE " + written))
        .isEqualTo(new Deed.Drop("table", List.of(ObjectName.of(meant)), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&foo", "it's"})
  void takesAStringAsItIs(String value) {
    String written = "'" + value.replace("'", "''") + "'";
    assertThat(StatementReader.read("ALTER TYPE mood ADD VALUE " + written))
        .isEqualTo(new Deed.AddLabel(ObjectName.of("mood"), value, false, false));
  }
}
