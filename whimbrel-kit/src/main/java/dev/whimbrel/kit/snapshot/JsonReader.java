package dev.whimbrel.kit.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a file of JSON whose top is an object. */
final class JsonReader {
  private final JsonParser parser;
  private final String file;

  private JsonReader(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  static Json.Members read(String json, String file) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return new JsonReader(parser, file).top();
    } catch (JacksonException e) {
      throw broken(file, place(e.getLocation()), e.getOriginalMessage());
    }
  }

  static SnapshotException broken(String file, Json.Place place, String why) {
    return new SnapshotException(
        "%s, line %d, column %d: %s; nothing was done. Restore the file from version control."
            .formatted(file, place.line(), place.column(), firstLine(why)));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("this is not JSON");
  }

  private static Json.Place place(TokenStreamLocation location) {
    return new Json.Place(location.getLineNr(), location.getColumnNr());
  }

  private Json.Members top() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw unexpected("a snapshot is an object");
    }
    Json.Members members = members();
    if (parser.nextToken() != null) {
      throw unexpected("nothing may follow the snapshot");
    }
    return members;
  }

  private SnapshotException unexpected(String why) {
    return broken(file, place(parser.currentTokenLocation()), why);
  }

  private Json value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> items();
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT -> new Json.Whole(parser.getLongValue());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      default -> throw unexpected("a snapshot holds no " + parser.getString());
    };
  }

  private Json.Items items() {
    var list = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value());
    }
    return new Json.Items(list);
  }

  private Json.Members members() {
    Json.Place place = place(parser.currentTokenLocation());
    Map<String, Json> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (map.put(key, value()) != null) {
        throw unexpected("\"" + key + "\" is there twice");
      }
    }
    return new Json.Members(map, place);
  }
}
