package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.Diff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel check}. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String about() {
    return "Says whether a live database has the shape that the migrations give it.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel check", "whimbrel check --database sqlite:app.db");
  }

  @Override
  public void describe(CommandSpec spec) {}

  @Override
  public Answer run(Invocation invocation) {
    Diff.Difference drift = new Diff(invocation.project()).between("migrations", "database");
    var details = new LinkedHashMap<String, Object>();
    details.put("drift", drift.changes().stream().map(Change::describe).toList());
    details.put("sql", drift.sql());
    return drift.changes().isEmpty()
        ? Answer.done(List.of("The database has the shape of its migrations."), details).as("equal")
        : drifted(drift, details);
  }

  private static Answer drifted(Diff.Difference drift, LinkedHashMap<String, Object> details) {
    var lines = new ArrayList<String>();
    lines.add("The database is not as its migrations leave it. What someone did there:");
    drift.changes().forEach(change -> lines.add("  " + change.describe()));
    lines.add(
        "Put it into the schema and generate, or take it back by hand: whimbrel diff database migrations");
    return Answer.done(lines, details).as("drift").exiting(ExitCode.DRIFT);
  }
}
