package dev.whimbrel.kit.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts an object of JSON together; what has its usual value is left out. */
final class MembersBuilder {
  private final Map<String, Json> map = new LinkedHashMap<>();

  MembersBuilder put(String key, Json value) {
    map.put(key, value);
    return this;
  }

  MembersBuilder text(String key, String value) {
    return put(key, new Json.Text(value));
  }

  /** Text that may be long: each line of it is a line of the file. */
  MembersBuilder lines(String key, String value) {
    return value.indexOf('\n') < 0 ? text(key, value) : put(key, texts(split(value)));
  }

  MembersBuilder unlessEmpty(String key, String value) {
    return value.isEmpty() ? this : text(key, value);
  }

  MembersBuilder present(String key, Optional<String> value) {
    value.ifPresent(there -> text(key, there));
    return this;
  }

  MembersBuilder number(String key, Optional<Long> value) {
    value.ifPresent(there -> put(key, new Json.Whole(there)));
    return this;
  }

  MembersBuilder flag(String key, boolean value) {
    return value ? put(key, new Json.Truth(true)) : this;
  }

  MembersBuilder names(String key, Collection<String> values) {
    return values.isEmpty() ? this : put(key, texts(values));
  }

  <T> MembersBuilder each(String key, Collection<T> values, Function<T, Json> spelling) {
    return values.isEmpty() ? this : put(key, items(values, spelling));
  }

  Json.Members build() {
    return new Json.Members(map, Json.Place.NOWHERE);
  }

  static Json.Items texts(Collection<String> values) {
    return items(values, Json.Text::new);
  }

  private static <T> Json.Items items(Collection<T> values, Function<T, Json> spelling) {
    var list = new ArrayList<Json>(values.size());
    values.forEach(value -> list.add(spelling.apply(value)));
    return new Json.Items(list);
  }

  private static List<String> split(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
