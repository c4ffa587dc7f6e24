package dev.whimbrel.scenarios.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The cases of one other tool that speak of SQLite, a JSON object to a line. */
record PeerSuite(Path file) {
  List<PeerCase> cases() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(PeerSuite::read).flatMap(PeerSuite::cases).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<PeerCase> cases(Map<String, Object> read) {
    if (!List.of("sqlite", "libsql").contains(String.valueOf(read.get("dialect")))) {
      return Stream.empty();
    }
    String id = String.valueOf(read.get("id"));
    return read.get("files") instanceof Map<?, ?> files
        ? ofFiles(id, files)
        : Stream.of(
            new PeerCase(id, sql(read.get("a")), sql(read.get("b")), texts(read.get("renames"))));
  }

  /** Scripts of Atlas: each file of SQL that stands for itself, one after the other. */
  private static Stream<PeerCase> ofFiles(String id, Map<?, ?> files) {
    var scripts = new TreeMap<String, String>();
    files.forEach((name, text) -> {
      if (name.toString().endsWith(".sql") && !name.toString().contains("migrations/")) {
        scripts.put(name.toString(), text.toString());
      }
    });
    var cases = new ArrayList<PeerCase>();
    String before = "";
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      cases.add(new PeerCase(id + " " + script.getKey(), before, script.getValue(), List.of()));
      before = script.getValue();
    }
    return cases.stream();
  }

  private static String sql(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(";\n", texts(list))
        : value == null || value.equals("null") ? "" : value.toString();
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
  }

  private static Map<String, Object> read(String line) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      return object(parser);
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    var members = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      default -> String.valueOf(parser.getString());
    };
  }

  private static List<Object> array(JsonParser parser) {
    var values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }
}
