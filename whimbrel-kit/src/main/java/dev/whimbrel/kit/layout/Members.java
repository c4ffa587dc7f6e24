package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an object of JSON together, member by member. */
final class Members {
  private final Map<String, Json> map = new LinkedHashMap<>();

  Members text(String key, String value) {
    return with(key, new Json.Text(value));
  }

  Members truth(String key, boolean value) {
    return with(key, new Json.Truth(value));
  }

  Members nothing(String key) {
    return with(key, new Json.Nothing());
  }

  Members texts(String key, List<String> values) {
    return with(key, texts(values));
  }

  Members empty(String key) {
    return with(key, new Json.Members(Map.of()));
  }

  Members with(String key, Json value) {
    map.put(key, value);
    return this;
  }

  Json.Members json() {
    return new Json.Members(map);
  }

  static Json texts(List<String> values) {
    return new Json.Items(values.stream().<Json>map(Json.Text::new).toList());
  }
}
