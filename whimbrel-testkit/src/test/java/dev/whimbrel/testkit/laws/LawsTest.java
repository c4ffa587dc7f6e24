package dev.whimbrel.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.schemas.Palette;
import dev.whimbrel.testkit.schemas.Schemas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawsTest {
  private static final Palette NUMBERS =
      new Palette(
          List.of(Palette.Sample.sorted(new DataType.Int(32), "1", "2")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          "");

  @Test
  void aLawThatFailsShowsItsSmallestExample() {
    assertThatThrownBy(() -> laws().hold("no index", LawsTest::any, LawsTest::noIndex))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("It does not hold: no index (-Dlaws.seed=")
        .hasMessageContaining("-- from --\n\n-- to --\ntable ")
        .satisfies(failure -> assertOneColumnAndOneIndex(String.valueOf(failure.getMessage())));
  }

  @Test
  void aLawThatHoldsIsTriedAndThatIsAll() {
    assertThatCode(() -> laws().hold("anything", LawsTest::any, example -> {}))
        .doesNotThrowAnyException();
  }

  private static void assertOneColumnAndOneIndex(String message) {
    assertThat(message.lines().filter(line -> line.startsWith("  "))).hasSize(2);
  }

  private static Laws laws() {
    return new Laws(NUMBERS, 100, 5);
  }

  private static Example any(Schemas schemas) {
    return new Example(Schema.empty(), schemas.schema());
  }

  private static void noIndex(Example example) {
    if (example.to().tables().anyMatch(table -> !table.indexes().isEmpty())) {
      throw new AssertionError("there is an index");
    }
  }
}
