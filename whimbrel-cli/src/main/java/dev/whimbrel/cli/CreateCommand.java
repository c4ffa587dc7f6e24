package dev.whimbrel.cli;

import dev.whimbrel.kit.Generate;
import dev.whimbrel.kit.rename.Decisions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel create NAME}, which is {@code generate --empty --name NAME}. */
final class CreateCommand implements Command {
  @Override
  public String name() {
    return "create";
  }

  @Override
  public String about() {
    return "Writes an empty migration for SQL by hand, as generate --empty does.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel create fill_slugs");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Grammar.words("NAME", "1..*", "what to call it"));
  }

  @Override
  public Answer run(Invocation invocation) {
    String name = String.join(" ", invocation.parameters());
    return new Generation(invocation)
        .answer(
            new Generate.Request(
                Optional.of(name), true, false, Decisions.none(), Generation.noFills()));
  }
}
