package dev.whimbrel.kit.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Flyway's own settings say: {@code flyway.conf}, or those of an application.
 *
 * @param placeholders what stands for what in scripts
 * @param table the history, if it is called otherwise than usual
 */
public record FlywaySettings(Map<String, String> placeholders, Optional<String> table) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:spring\\.)?flyway\\.(placeholders\\.([^=\\s]+)|table)\\s*[=:]\\s*(.*)");

  public FlywaySettings {
    placeholders = Map.copyOf(placeholders);
  }

  /** Those of the project in this folder. */
  public static FlywaySettings in(Path root) {
    var placeholders = new TreeMap<String, String>();
    var table = new TreeMap<String, String>();
    Stream.of(
            "flyway.conf",
            "conf/flyway.conf",
            "src/main/resources/flyway.conf",
            "src/main/resources/application.properties")
        .flatMap(name -> lines(root.resolve(name)).lines())
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> {
          if (line.group(2) == null) {
            table.put("table", line.group(3).strip());
          } else {
            placeholders.put(line.group(2), line.group(3).strip());
          }
        });
    return new FlywaySettings(placeholders, Optional.ofNullable(table.get("table")));
  }

  private static String lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
