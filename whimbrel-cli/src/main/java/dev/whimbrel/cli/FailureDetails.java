package dev.whimbrel.cli;

import dev.whimbrel.migrate.run.Failure;
import dev.whimbrel.migrate.run.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A failed migration as programs read it. */
final class FailureDetails {
  private FailureDetails() {}

  static Map<String, Object> of(Failure failure) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", failure.id().value());
    details.put("direction", failure.direction().name().toLowerCase(Locale.ROOT));
    details.put("outcome", failure.outcome().name().toLowerCase(Locale.ROOT));
    details.put("file", failure.file());
    failure.place().ifPresent(place -> details.putAll(of(place)));
    details.put("message", failure.message());
    failure.sqlState().ifPresent(state -> details.put("sqlState", state));
    failure.hint().ifPresent(hint -> details.put("hint", hint));
    failure.explanation().ifPresent(text -> details.put("explanation", text));
    details.put("statementsDone", failure.done());
    details.put("statements", failure.statements());
    details.put("committed", MigrateCommand.texts(failure.committed()));
    details.put("notRun", MigrateCommand.texts(failure.notRun()));
    return details;
  }

  private static Map<String, Object> of(Place place) {
    var details = new LinkedHashMap<String, Object>();
    details.put("line", place.line());
    details.put("column", place.column());
    details.put("statement", place.statement());
    return details;
  }
}
