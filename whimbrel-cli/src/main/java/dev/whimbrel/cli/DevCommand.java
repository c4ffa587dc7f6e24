package dev.whimbrel.cli;

import dev.whimbrel.kit.Generate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
            OptionSpec.builder("--create-only")
                .type(boolean.class)
                .arity("0")
                .required(true)
                .description("write the migration and do not apply it")
                .build())
        .addOption(Grammar.value("--name", "NAME", "what to call it"))
        .addOption(Grammar.value("--decisions", "FILE", "what was renamed, and what is new"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var generation = new Generation(invocation);
    return generation.answer(
        new Generate.Request(
            invocation.text("--name"), false, false, generation.decisions(), Generation.noFills()));
  }
}
