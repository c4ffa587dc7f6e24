package dev.whimbrel.migrate.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface Json {
  record Text(String value) implements Json {}

  /** A number in the words in which it was written, so that none loses a digit. */
  record Numeral(String digits) implements Json {}

  record Truth(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Items(List<Json> list) implements Json {
    public Items {
      list = List.copyOf(list);
    }
  }

  /**
   * @param map in the order in which it is written
   */
  record Members(Map<String, Json> map) implements Json {
    public Members {
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same with one member more, or another value for one. */
    public Members with(String key, Json value) {
      var more = new LinkedHashMap<>(map);
      more.put(key, value);
      return new Members(more);
    }
  }

  /** Reads a text; says with {@link JsonException} where it is broken. */
  static Json parse(String text) {
    return new JsonReading(text).whole();
  }

  /** The value of a member; nothing if there is none, or this has no members. */
  default Optional<Json> member(String key) {
    return this instanceof Members members
        ? Optional.ofNullable(members.map().get(key))
        : Optional.empty();
  }

  /** The text of a member, or the digits of a number. */
  default Optional<String> text(String key) {
    return member(key)
        .flatMap(value ->
            switch (value) {
              case Text(var text) -> Optional.of(text);
              case Numeral(var digits) -> Optional.of(digits);
              default -> Optional.empty();
            });
  }

  /** The items of a member that is a list; none otherwise. */
  default List<Json> items(String key) {
    return member(key).filter(Items.class::isInstance).map(Items.class::cast).stream()
        .flatMap(items -> items.list().stream())
        .toList();
  }

  /** The text as other tools write it: two blanks a level, and no line end behind it. */
  default String indented() {
    return new JsonWriting().text(this);
  }
}
