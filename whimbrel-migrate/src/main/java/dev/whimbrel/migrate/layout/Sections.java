package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Script;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file with two ways in it, each behind a comment of its own. */
record Sections(String text) {
  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*--\\s*(?:migrate:|(\\+(?:goose|migrate)\\s+))(up|down)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** What follows where statements are not to share a transaction. */
  private static final Pattern WITHOUT =
      Pattern.compile("(?i).*(?:transaction:\\s*false|notransaction).*");

  private static final String GOOSE_WITHOUT = "-- +goose NO TRANSACTION";
  private static final String EACH = "-- whimbrel: transaction=each";

  /** The way there; all of the text if it has no headings. */
  Script up() {
    return section("up").orElseGet(() -> new Script(text));
  }

  /** The way back, if there is anything in it. */
  Optional<Script> down() {
    return section("down").filter(script -> !script.written().isBlank());
  }

  /** What the first heading has in front of its word, if it is not dbmate's. */
  Optional<String> marker() {
    return text.lines()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(heading -> Optional.ofNullable(heading.group(1)));
  }

  /** The lines of others are left empty, so that each stands where it stands in the file. */
  private Optional<Script> section(String wanted) {
    if (text.lines().noneMatch(line -> HEADING.matcher(line).matches())) {
      return Optional.empty();
    }
    var current = new StringBuilder();
    String sql =
        text.lines()
            .map(line -> line(line, wanted, current))
            .collect(Collectors.joining("\n", "", "\n"));
    return Optional.of(new Script(sql, sql.replace(EACH, "").strip()));
  }

  private String line(String line, String wanted, StringBuilder current) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      current.replace(0, current.length(), heading.group(2));
      boolean own = heading.group(2).equalsIgnoreCase(wanted);
      boolean each = WITHOUT.matcher(line).matches() || text.contains(GOOSE_WITHOUT);
      return own && each ? EACH : "";
    }
    return wanted.contentEquals(current.toString().toLowerCase(Locale.ROOT)) ? line : "";
  }
}
