package dev.whimbrel.cli;

import dev.whimbrel.kit.Diff;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel export}. */
final class ExportCommand implements Command {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public String about() {
    return "Prints the whole schema as SQL for an empty database.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel export", "whimbrel export database > schema.sql");
  }

  @Override
  public void describe(CommandSpec spec) {
    Grammar.scope(spec);
    spec.addPositional(
        Grammar.words(
            "PLACE", "0..1", "schema unless you name migrations, database, a URL or a file"));
  }

  @Override
  public Answer run(Invocation invocation) {
    String place = invocation.parameters().stream().findFirst().orElse("schema");
    String sql = new Diff(invocation.project()).export(place);
    return Answer.done(sql.lines().toList(), Map.of("sql", sql)).as("exported");
  }
}
