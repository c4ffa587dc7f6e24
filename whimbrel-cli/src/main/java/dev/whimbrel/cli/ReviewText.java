package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.ScriptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A review for the terminal, with the SQL it is about underlined. */
record ReviewText(ReviewSheet sheet) {
  List<String> lines() {
    var lines = new ArrayList<String>();
    sheet.reviewed().migrations().forEach(each -> lines.addAll(lines(each)));
    if (lines.isEmpty()) {
      lines.add("Nothing is pending; name a migration to have it reviewed.");
    }
    return lines;
  }

  private List<String> lines(Review.OfMigration each) {
    var lines = new ArrayList<String>();
    long allowed = sheet.shown(each).stream().filter(ReviewText::isAllowed).count();
    long findings = sheet.shown(each).size() - allowed;
    lines.add(
        each.id()
            + ": "
            + (findings == 0 ? "no findings" : findings == 1 ? "1 finding" : findings + " findings")
            + (allowed == 0 ? "" : ", and " + allowed + " allowed"));
    sheet.shown(each).forEach(finding -> lines.addAll(lines(finding, each)));
    List<String> forecast = new ForecastLines(sheet.reviewed().statistics()).lines(each);
    if (!forecast.isEmpty()) {
      lines.add("");
      forecast.forEach(line -> lines.add("  " + line));
    }
    if (sheet.keptBack(each) > 0) {
      lines.add("  and advice: " + sheet.keptBack(each) + ", shown by --advice");
    }
    return lines;
  }

  private List<String> lines(ScriptFinding finding, Review.OfMigration migration) {
    var lines = new ArrayList<String>();
    Severity severity = finding.danger().severity();
    lines.add("");
    lines.add(
        "  %s:%d:%d  %s [%s]"
            .formatted(
                sheet.path(migration.place()),
                finding.line(),
                finding.column(),
                isAllowed(finding)
                    ? ReviewJson.word(severity) + ", allowed"
                    : sheet.painted(severity, ReviewJson.word(severity)),
                finding.rule()));
    UnaryOperator<String> paint = text -> isAllowed(finding) ? text : sheet.painted(severity, text);
    lines.addAll(new Underlined(finding, migration.script(), paint).lines());
    lines.add("    " + finding.danger().what() + ";");
    lines.add("    " + finding.danger().effect());
    finding
        .statement()
        .observation()
        .filter(seen -> seen.refusal().isEmpty())
        .map(ReviewText::seen)
        .ifPresent(lines::add);
    finding
        .allowed()
        .ifPresentOrElse(
            reason -> lines.add("    allowed: " + reason),
            () ->
                finding.danger().safe().lines().forEach(line -> lines.add("    better: " + line)));
    return lines;
  }

  private static boolean isAllowed(ScriptFinding finding) {
    return finding.allowed().isPresent();
  }

  private static String seen(Observation seen) {
    String locks =
        seen.locks().stream()
            .filter(lock -> lock.mode().blocksWrites())
            .map(lock -> lock.relation() + " " + lock.mode().sql())
            .distinct()
            .collect(Collectors.joining(", "));
    return "    seen: locks "
        + (locks.isEmpty() ? "nobody out" : locks)
        + (seen.rewritten().isEmpty() ? "" : "; rewrites " + String.join(", ", seen.rewritten()))
        + (seen.scanned().isEmpty()
            ? ""
            : "; reads all of "
                + seen.scanned().stream().distinct().collect(Collectors.joining(", ")));
  }
}
