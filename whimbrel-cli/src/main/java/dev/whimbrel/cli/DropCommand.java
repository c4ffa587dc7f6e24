package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.develop.Drop;
import dev.whimbrel.kit.develop.Loss;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel drop}. */
final class DropCommand implements Command {
  @Override
  public String name() {
    return "drop";
  }

  @Override
  public String about() {
    return "Takes everything out of a database for development.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel drop", "whimbrel drop --accept app.db");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Grammar.values("--accept", "NAME", "the database, or a table, whose rows may be lost"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var request = new Drop.Request(Set.copyOf(invocation.texts("--accept")));
    return switch (new Drop(invocation.project()).run(request)) {
      case Drop.Result.NeedsConsent(var database, var losses) -> unaccepted(database, losses);
      case Drop.Result.Done(var changes) -> done(changes);
    };
  }

  private static Answer done(List<Change> changes) {
    List<String> told = changes.stream().map(Change::describe).toList();
    return changes.isEmpty()
        ? Answer.done(List.of("There was nothing to drop."), Map.of("changes", told)).as("empty")
        : Answer.done(told, Map.of("changes", told)).as("dropped");
  }

  private static Answer unaccepted(String database, List<Loss> losses) {
    String all =
        losses.stream().map(Loss::told).reduce((one, other) -> one + ", " + other).orElse("");
    return new UnacceptedLosses("drop", List.of(new Loss(database, all))).missing(List.of());
  }
}
