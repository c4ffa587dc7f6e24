package dev.whimbrel.cli;

import dev.whimbrel.kit.Generate;
import java.util.List;

/** {@code whimbrel dev --create-only}, which is {@code generate}. */
final class DevCommand implements Command {
  @Override
  public String name() {
    return "dev";
  }

  @Override
  public String about() {
    return "With --create-only, writes the next migration as generate does.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel dev --create-only --name add_users");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            Grammar.flag(
                "--create-only", "write the migration and do not apply it; has to be said"))
        .addOption(Grammar.value("--name", "NAME", "what to call it"))
        .addOption(Grammar.value("--decisions", "FILE", "what was renamed, and what is new"));
  }

  @Override
  public Answer run(Invocation invocation) {
    if (!invocation.has("--create-only")) {
      throw new UseException(
          "The option --create-only is missing: dev applies nothing by itself.",
          "whimbrel dev --help");
    }
    var generation = new Generation(invocation);
    return generation.answer(
        new Generate.Request(
            invocation.text("--name"), false, false, generation.decisions(), Generation.noFills()));
  }
}
