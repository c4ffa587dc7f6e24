package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.Review;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.forecast.Forecast;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A review for programs, as {@code docs/reference/review.schema.json} describes it. */
final class ReviewJson {
  private ReviewJson() {}

  static Map<String, Object> of(Review.OfMigration each) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", each.id().value());
    details.put("file", each.place());
    details.put("changes", each.changes().stream().map(Change::describe).toList());
    details.put("findings", each.findings().stream().map(ReviewJson::finding).toList());
    Map<ScriptStatement, Forecast> forecasts =
        each.foreseen().stream()
            .collect(Collectors.toMap(Review.Foreseen::statement, Review.Foreseen::forecast));
    details.put(
        "statements",
        each.script().statements().stream()
            .map(it -> statement(it, Optional.ofNullable(forecasts.get(it))))
            .toList());
    return details;
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> finding(ScriptFinding finding) {
    var details = new LinkedHashMap<String, Object>();
    details.put("rule", finding.rule());
    details.put("severity", word(finding.danger().severity()));
    details.put("line", finding.line());
    details.put("column", finding.column());
    details.put("message", finding.danger().what());
    details.put("effect", finding.danger().effect());
    details.put("advice", finding.danger().safe());
    finding.allowed().ifPresent(reason -> details.put("allowed", reason));
    return details;
  }

  private static Map<String, Object> statement(
      ScriptStatement statement, Optional<Forecast> forecast) {
    var details = new LinkedHashMap<String, Object>();
    details.put("line", statement.line());
    details.put("sql", statement.sql());
    statement.observation().ifPresent(seen -> details.put("seen", seen(seen)));
    forecast.ifPresent(known -> details.put("forecast", ForecastLines.details(known)));
    return details;
  }

  private static Map<String, Object> seen(Observation seen) {
    var details = new LinkedHashMap<String, Object>();
    details.put(
        "locks",
        seen.locks().stream()
            .map(lock -> Map.of("relation", lock.relation(), "mode", lock.mode().sql()))
            .toList());
    details.put("rewrites", seen.rewritten());
    details.put("scans", seen.scanned());
    details.put("blocksReads", seen.readsBlocked());
    details.put("blocksWrites", seen.writesBlocked());
    details.put("objects", objects(seen));
    details.put("transactional", seen.transactional());
    seen.refusal()
        .ifPresent(no ->
            details.put("refused", Map.of("sqlState", no.sqlState(), "message", no.message())));
    details.put("microseconds", seen.microseconds());
    return details;
  }

  private static List<String> objects(Observation seen) {
    return seen.objects().stream()
        .map(each -> each.effect().name().toLowerCase(Locale.ROOT) + " " + each.object())
        .toList();
  }
}
