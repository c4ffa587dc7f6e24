package dev.whimbrel.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result.
 *
 * @param values by the name of the column as the query gave it; null is SQL's null
 */
public record Row(Map<String, @Nullable Object> values) {
  public Row(Map<String, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The value as text.
   *
   * @throws IllegalStateException if it is null
   */
  public String text(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalStateException("no value for " + column + " in " + values));
  }

  /** The value as text, if it is not null. */
  public Optional<String> find(String column) {
    return Optional.ofNullable(values.get(column)).map(Object::toString);
  }

  /** The value as a number, as {@link #text} otherwise. */
  public long number(String column) {
    return values.get(column) instanceof Number number
        ? number.longValue()
        : Long.parseLong(text(column));
  }

  /** Whether the value is true: SQL's {@code true}, {@code t} or a number other than 0. */
  public boolean flag(String column) {
    return switch (values.get(column)) {
      case null -> false;
      case Boolean truth -> truth;
      case Number number -> number.longValue() != 0;
      default -> text(column).startsWith("t");
    };
  }
}
