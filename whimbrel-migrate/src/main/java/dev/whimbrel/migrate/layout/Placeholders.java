package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.DirectoryException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what stands in Flyway's scripts as <code>${name}</code>.
 *
 * @param values by name, in any case of letters
 */
record Placeholders(Map<String, String> values) {
  private static final Pattern USE = Pattern.compile("\\$\\{([^}\\n]+)\\}");

  /**
   * The script with all of them filled in.
   *
   * @param file where it stands; its name is known as {@code flyway:filename}
   * @throws DirectoryException if one has no value: as it stands it must not get into a database
   */
  String fill(String script, SqlFiles.SqlFile file) {
    return USE.matcher(script)
        .replaceAll(use -> Matcher.quoteReplacement(value(use, script, file)));
  }

  private String value(MatchResult use, String script, SqlFiles.SqlFile file) {
    String name = use.group(1);
    return find(name)
        .or(() -> own(name, file))
        .orElseThrow(() -> {
          long line = 1 + script.substring(0, use.start()).chars().filter(c -> c == '\n').count();
          return new DirectoryException(
              ("%s:%d: the placeholder ${%s} has no value; nothing was done. Say it in the"
                      + " configuration, as migrations.placeholders.%s.")
                  .formatted(file.path(), line, name, name));
        });
  }

  private Optional<String> find(String name) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> own(String name, SqlFiles.SqlFile file) {
    return name.equalsIgnoreCase("flyway:filename")
        ? Optional.of(file.lastName())
        : Optional.empty();
  }
}
