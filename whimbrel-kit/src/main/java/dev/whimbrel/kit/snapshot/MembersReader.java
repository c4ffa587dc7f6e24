package dev.whimbrel.kit.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes an object of JSON apart; what is missing, of another kind or left over is an error. */
final class MembersReader {
  private final String file;
  private final Json.Place place;
  private final Map<String, Json> rest;

  MembersReader(String file, Json.Members members) {
    this.file = file;
    this.place = members.place();
    this.rest = new LinkedHashMap<>(members.map());
  }

  /** Says that something in this object cannot be. */
  SnapshotException wrong(String why) {
    return JsonReader.broken(file, place, why);
  }

  boolean has(String key) {
    return rest.containsKey(key);
  }

  String text(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  Optional<String> find(String key) {
    return optional(key, Json.Text.class).map(Json.Text::value);
  }

  /** Text, or lines of text. */
  String lines(String key) {
    return rest.get(key) instanceof Json.Items ? String.join("\n", names(key)) : text(key);
  }

  Optional<Long> number(String key) {
    return optional(key, Json.Whole.class).map(Json.Whole::value);
  }

  boolean flag(String key) {
    return optional(key, Json.Truth.class).map(Json.Truth::value).orElse(false);
  }

  List<String> names(String key) {
    return each(key, this::textOf);
  }

  <T> List<T> each(String key, Function<Json, T> reading) {
    return optional(key, Json.Items.class).stream()
        .flatMap(items -> items.list().stream())
        .map(reading)
        .toList();
  }

  <T> T value(String key, Function<Json, T> reading) {
    Json value = rest.remove(key);
    if (value == null) {
      throw missing(key);
    }
    return reading.apply(value);
  }

  Optional<MembersReader> members(String key) {
    return optional(key, Json.Members.class).map(members -> new MembersReader(file, members));
  }

  /** The constant whose words these are; the usual one where there are none. */
  <E extends Enum<E>> E constant(String key, E usual) {
    return find(key).map(words -> constant(usual.getDeclaringClass(), key, words)).orElse(usual);
  }

  <E extends Enum<E>> E constant(Class<E> family, String key, String words) {
    for (E constant : family.getEnumConstants()) {
      if (SnapshotSpelling.words(constant).equals(words)) {
        return constant;
      }
    }
    throw wrong("\"" + key + "\" cannot be \"" + words + "\"");
  }

  /** Gives the value, once everything in the object was read. */
  <T> T done(T value) {
    if (!rest.isEmpty()) {
      String keys =
          rest.keySet().stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
      throw wrong("this program knows no " + keys + " here");
    }
    return value;
  }

  private String textOf(Json value) {
    if (value instanceof Json.Text(var text)) {
      return text;
    }
    throw wrong("text is expected here");
  }

  private <T extends Json> Optional<T> optional(String key, Class<T> kind) {
    @Nullable Json value = rest.remove(key);
    if (value != null && !kind.isInstance(value)) {
      throw wrong("\"" + key + "\" is of the wrong kind");
    }
    return Optional.ofNullable(value).map(kind::cast);
  }

  private SnapshotException missing(String key) {
    return wrong("\"" + key + "\" is missing here");
  }
}
