package dev.whimbrel.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 20_000})
  void keepsTheOrder(int count) {
    List<Integer> numbers = IntStream.range(0, count).boxed().toList();
    assertThat(new Many<>(numbers).each(number -> -number))
        .isEqualTo(numbers.stream().map(number -> -number).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20_000})
  void failsWithTheFirstThatFails(int count) {
    var numbers = new Many<>(IntStream.range(0, count).boxed().toList());
    assertThatThrownBy(() -> numbers.each(ManyTest::halved))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 is odd");
  }

  private static int halved(int number) {
    if (number % 2 == 1) {
      throw new IllegalArgumentException(number + " is odd");
    }
    return number / 2;
  }
}
