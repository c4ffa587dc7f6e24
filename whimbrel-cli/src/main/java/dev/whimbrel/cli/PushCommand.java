package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.develop.Loss;
import dev.whimbrel.kit.develop.Push;
import dev.whimbrel.kit.rename.Asker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel push}. */
final class PushCommand implements Command {
  @Override
  public String name() {
    return "push";
  }

  @Override
  public String about() {
    return "Gives a database for development the shape of the schema, without a migration.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel push --dry-run", "whimbrel push", "whimbrel push --accept users.legacy_id");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.flag("--dry-run", "print what would run, and run nothing"))
        .addOption(Grammar.values("--accept", "NAME", "a table or column whose rows may be lost"));
    Grammar.scope(spec);
    Generation.describe(spec);
  }

  @Override
  public Answer run(Invocation invocation) {
    var generation = new Generation(invocation);
    Asker person =
        invocation.interactive() ? new TerminalAsker(invocation.surroundings()) : Asker.nobody();
    var request =
        new Push.Request(
            Set.copyOf(invocation.texts("--accept")),
            generation.decisions(),
            generation.fills(),
            invocation.has("--dry-run"));
    return switch (new Push(invocation.project(), person).run(request)) {
      case Push.Result.UpToDate() ->
          Answer.done(List.of("Nothing to do: the database has this shape."), Map.of())
              .as("up to date");
      case Push.Result.NeedsDecisions(var questions) -> Generation.undecided(questions);
      case Push.Result.NeedsConsent(var changes, var sql, var losses) ->
          new UnacceptedLosses("push", losses).missing(told(changes));
      case Push.Result.Planned(var changes, var sql, var losses) -> planned(changes, sql, losses);
      case Push.Result.Done(var changes, var sql) ->
          Answer.done(told(changes), details(changes, sql)).as("pushed");
    };
  }

  private static Answer planned(List<Change> changes, String sql, List<Loss> losses) {
    var details = details(changes, sql);
    details.put("losses", losses.stream().map(UnacceptedLosses::details).toList());
    return Answer.done(sql.lines().toList(), details)
        .as("planned")
        .noting(losses.stream().map(loss -> "would be lost: " + loss.told()).toList());
  }

  private static List<String> told(List<Change> changes) {
    return new ArrayList<>(changes.stream().map(Change::describe).toList());
  }

  private static Map<String, Object> details(List<Change> changes, String sql) {
    var details = new LinkedHashMap<String, Object>();
    details.put("changes", told(changes));
    details.put("sql", sql);
    return details;
  }
}
