package dev.whimbrel.cli;

import dev.whimbrel.kit.Resolve;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel baseline}. */
final class BaselineCommand implements Command {
  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public String about() {
    return "Takes a database that is there already as the start: marks migrations as applied.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel baseline", "whimbrel baseline --to add_users");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Grammar.value("--to", "MIGRATION", "the last one whose changes are in the database"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var request = new Resolve.Request.Baseline(invocation.text("--to"));
    List<String> ids = MigrateCommand.texts(new Resolve(invocation.project()).run(request));
    return Answer.done(
        ids.isEmpty()
            ? List.of("There is nothing to mark.")
            : ids.stream().map(id -> id + " counts as applied now").toList(),
        Map.of("marked", ids));
  }
}
