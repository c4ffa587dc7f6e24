package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.review.script.ScriptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A review for a pull request. */
record ReviewMarkdown(ReviewSheet sheet) {
  private static final Pattern SQL =
      Pattern.compile("^(ALTER|BEGIN;|COMMIT|CREATE|DROP|REFRESH|REINDEX|SELECT|SET|UPDATE) ");

  List<String> lines() {
    var lines = new ArrayList<String>(List.of("## Review of migrations", ""));
    sheet.reviewed().migrations().forEach(each -> lines.addAll(lines(each)));
    return lines;
  }

  private List<String> lines(Review.OfMigration each) {
    var lines = new ArrayList<String>();
    lines.add("### `" + each.id() + "`");
    lines.add("");
    sheet.shown(each).forEach(finding -> lines.addAll(lines(finding, each)));
    if (sheet.shown(each).isEmpty()) {
      lines.add("No findings.");
    }
    List<String> forecast = new ForecastLines(sheet.reviewed().statistics()).lines(each);
    if (!forecast.isEmpty()) {
      lines.addAll(List.of("", "```text"));
      lines.addAll(forecast);
      lines.add("```");
    }
    lines.add("");
    return lines;
  }

  private List<String> lines(ScriptFinding finding, Review.OfMigration migration) {
    var lines = new ArrayList<String>();
    lines.add(
        "- **%s** `%s`, [line %d](%s#L%d): %s; %s."
            .formatted(
                ReviewJson.word(finding.danger().severity()),
                finding.rule(),
                finding.line(),
                sheet.uri(migration.place()),
                finding.line(),
                plain(finding.danger().what()),
                plain(finding.danger().effect())));
    finding
        .allowed()
        .ifPresentOrElse(
            reason -> lines.add("  Allowed: " + plain(reason) + "."),
            () -> lines.addAll(better(finding.danger().safe())));
    return lines;
  }

  /** SQL in a block of its own, and words as words. */
  private static List<String> better(String safe) {
    if (!SQL.matcher(safe).find()) {
      return List.of("", "  Better: " + plain(safe) + ".");
    }
    var lines = new ArrayList<String>(List.of("", "  ```sql"));
    safe.lines().forEach(line -> lines.add("  " + line));
    lines.add("  ```");
    return lines;
  }

  /** In one line, and with nothing in it that Markdown would take for a sign of its own. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#~@])", "\\\\$1");
  }
}
