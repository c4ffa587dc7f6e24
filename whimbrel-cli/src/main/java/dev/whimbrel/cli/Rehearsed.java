package dev.whimbrel.cli;

import dev.whimbrel.migrate.run.DryRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a run would send to the database. */
record Rehearsed(DryRun dryRun) {
  Answer answer() {
    if (dryRun.parts().isEmpty()) {
      return Answer.done(List.of("Nothing would run."), details()).as("planned");
    }
    var lines = new ArrayList<String>();
    section(lines, "the history table", dryRun.preparation());
    dryRun.parts().forEach(part -> section(lines, part.id().value(), part.statements()));
    return Answer.done(lines, details()).as("planned");
  }

  private static void section(List<String> lines, String title, List<String> statements) {
    if (statements.isEmpty()) {
      return;
    }
    lines.add("-- " + title);
    statements.forEach(statement -> (statement.stripTrailing() + ";").lines().forEach(lines::add));
    lines.add("");
  }

  private Map<String, Object> details() {
    return Map.of(
        "preparation",
        dryRun.preparation(),
        "migrations",
        dryRun.parts().stream().map(Rehearsed::details).toList());
  }

  private static Map<String, Object> details(DryRun.Part part) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", part.id().value());
    details.put("statements", part.statements());
    return details;
  }
}
