package dev.whimbrel.kit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RespellingTest {
  private static final DataType TEXT = new DataType.Text(Optional.of(20));
  private static final DataType NUMBER = new DataType.Int(32);
  private static final DataType TIME = new DataType.Timestamp(Optional.empty(), true);

  @Test
  void plainTextsAndNumbersDifferWithoutAServer() {
    assertThat(isWorthwhile(TEXT, "'new'", "'old'")).isFalse();
    assertThat(isWorthwhile(NUMBER, "1", "-20")).isFalse();
  }

  @Test
  void whatMayMeanTheSameIsWorthAsking() {
    assertThat(isWorthwhile(TEXT, "'new'", "'new'::text")).isTrue();
    assertThat(isWorthwhile(TEXT, "'it''s'", "E'it\\'s'")).isTrue();
    assertThat(isWorthwhile(NUMBER, "1", "01")).isTrue();
    assertThat(isWorthwhile(TIME, "'2026-01-01'", "'2026-1-1'")).isTrue();
  }

  private static boolean isWorthwhile(DataType type, String before, String after) {
    return new Respelling(schema(type, before), schema(type, after)).isWorthwhile();
  }

  private static Schema schema(DataType type, String value) {
    Column column = Column.of("a", type).filledBy(new ValueSource.Default(new Expression(value)));
    return Schema.of(
        List.of(new Table(ObjectName.of("t"), List.of(column), List.of(), List.of(), List.of())));
  }
}
