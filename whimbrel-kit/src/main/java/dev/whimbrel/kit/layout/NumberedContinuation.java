package dev.whimbrel.kit.layout;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.LayoutSettings;
import dev.whimbrel.migrate.layout.Registry;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes on with a file under the next number, its way back in comments, and a line in the list where
 * there is one. The numbers that are declared immutable are left alone.
 */
record NumberedContinuation(LayoutSettings settings, Clock clock) implements Continuation {
  private static final Pattern LAST = Pattern.compile("(?s)((?:[^/]*/)*)([0-9]+)([-_.]).*");
  private static final String HEADING =
      """

      -- ============================================
      -- ROLLBACK SQL
      -- ============================================
      """;

  @Override
  public MigrationId next(Optional<MigrationId> last, String words) {
    Matcher parts = LAST.matcher(last.map(MigrationId::value).orElse("000-"));
    if (!parts.matches()) {
      throw new ConfigurationException("%s has no number to go on from.".formatted(last));
    }
    String separator = parts.group(3).equals("_") ? "_" : "-";
    String number = later(new NextNumber(clock).after(Optional.of(parts.group(2)), "001"));
    return new MigrationId(
        parts.group(1)
            + number
            + separator
            + (separator.equals("-") ? words.replace('_', '-') : words));
  }

  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    files.put(place(migration.id()), migration.up() + HEADING + commented(migration.down()));
    settings
        .registry()
        .ifPresent(list -> files.put(relative(list), listed(list, migration.id() + ".sql")));
    return files;
  }

  /** The number, or the first one behind those that are immutable. */
  private String later(String number) {
    return settings
        .immutable()
        .map(BigInteger::new)
        .filter(last -> new BigInteger(number).compareTo(last) <= 0)
        .map(last -> new NextNumber(clock).after(settings.immutable(), number))
        .orElse(number);
  }

  private static String commented(String down) {
    return down.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .map(line -> "-- " + line + "\n")
        .collect(Collectors.joining());
  }

  private Path relative(Path list) {
    return settings.folder().toAbsolutePath().relativize(list.toAbsolutePath());
  }

  /** The list with a line more, spelled as the last one in it. */
  private static String listed(Path list, String name) {
    var registry = new Registry(list);
    String text = registry.text();
    List<String> names = registry.names();
    if (names.isEmpty()) {
      throw new ConfigurationException(
          "%s lists no migration, so that it is not clear where the next one belongs. List the first by hand."
              .formatted(list));
    }
    int at = text.lastIndexOf(names.getLast());
    int lineStart = text.lastIndexOf('\n', at) + 1;
    int lineEnd = (text + "\n").indexOf('\n', at);
    String line = text.substring(lineStart, lineEnd);
    String closed = text.substring(0, at + names.getLast().length() + 1);
    boolean comma = text.startsWith(",", closed.length());
    String next = line.replaceFirst("//.*", "").stripTrailing().replace(names.getLast(), name);
    return closed
        + (comma
            ? text.substring(closed.length(), lineEnd)
            : "," + text.substring(closed.length(), lineEnd))
        + "\n"
        + next
        + text.substring(Math.min(lineEnd, text.length()));
  }
}
