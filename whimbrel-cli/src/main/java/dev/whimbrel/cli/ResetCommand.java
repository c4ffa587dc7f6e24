package dev.whimbrel.cli;

import dev.whimbrel.kit.develop.Loss;
import dev.whimbrel.kit.develop.Reset;
import dev.whimbrel.migrate.run.MigrateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel reset}. */
final class ResetCommand implements Command {
  @Override
  public String name() {
    return "reset";
  }

  @Override
  public String about() {
    return "Begins a database for development anew, and applies every migration.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel reset --accept app.db");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.values("--accept", "NAME", "the database whose rows may be lost"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var request = new Reset.Request(Set.copyOf(invocation.texts("--accept")));
    var use = new Reset(invocation.project(), new Progress(invocation));
    return switch (use.run(request)) {
      case Reset.Result.NeedsConsent(var database) ->
          new UnacceptedLosses("reset", List.of(new Loss(database, "everything in " + database)))
              .missing(List.of());
      case Reset.Result.Done(var files, var outcome) -> done(files, outcome);
    };
  }

  private static Answer done(List<Path> files, MigrateResult outcome) {
    var lines = new ArrayList<>(files.stream().map(file -> "removed " + file).toList());
    outcome.applied().forEach(id -> lines.add("applied " + id));
    var details = new LinkedHashMap<String, Object>();
    details.put("removed", files.stream().map(Path::toString).toList());
    details.put("applied", MigrateCommand.texts(outcome.applied()));
    return Answer.done(lines, details).as("reset");
  }
}
