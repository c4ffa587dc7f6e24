package dev.whimbrel.dialect;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a result. All rows of one share their heading, since there may be very many. */
public final class Row {
  private final Heading heading;
  private final @Nullable Object[] cells;

  /**
   * A row under a heading.
   *
   * @param cells a value for each column of the heading; null is SQL's null
   */
  public Row(Heading heading, @Nullable Object... cells) {
    this.heading = heading;
    this.cells = Arrays.copyOf(cells, heading.places().size());
  }

  /** A row by itself, with its values by the names of their columns. */
  public Row(Map<String, @Nullable Object> values) {
    this(Heading.of(List.copyOf(values.keySet())), values.values().toArray());
  }

  /**
   * The names of the columns of a result, as the query gave them.
   *
   * @param places where in a row each of them stands
   */
  public record Heading(Map<String, Integer> places) {
    public Heading {
      places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The heading of these columns, which have different names. */
    public static Heading of(List<String> names) {
      var places = new LinkedHashMap<String, Integer>();
      for (String name : names) {
        places.putIfAbsent(name, places.size());
      }
      return new Heading(places);
    }
  }

  /** The values by the names of their columns; null is SQL's null. */
  public Map<String, @Nullable Object> values() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    heading.places().forEach((name, place) -> values.put(name, cells[place]));
    return Collections.unmodifiableMap(values);
  }

  /**
   * The value as text.
   *
   * @throws IllegalStateException if it is null
   */
  public String text(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("no value for " + column + " in " + values());
    }
    return value.toString();
  }

  /** The value as text, if it is not null. */
  public Optional<String> find(String column) {
    Object value = value(column);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  /** The value as a number, as {@link #text} otherwise. */
  public long number(String column) {
    return value(column) instanceof Number number
        ? number.longValue()
        : Long.parseLong(text(column));
  }

  /** Whether the value is true: SQL's {@code true}, {@code t} or a number other than 0. */
  public boolean flag(String column) {
    return switch (value(column)) {
      case null -> false;
      case Boolean truth -> truth;
      case Number number -> number.longValue() != 0;
      default -> text(column).startsWith("t");
    };
  }

  private @Nullable Object value(String column) {
    Integer place = heading.places().get(column);
    return place == null ? null : cells[place];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && values().equals(row.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
