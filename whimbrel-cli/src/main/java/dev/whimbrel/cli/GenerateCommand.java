package dev.whimbrel.cli;

import dev.whimbrel.kit.Generate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel generate}. */
final class GenerateCommand implements Command {
  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String about() {
    return "Writes the next migration: what the schema asks for, less what the migrations do.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel generate --name add_users",
        "whimbrel generate --dry-run",
        "whimbrel generate --empty --name fill_slugs",
        "whimbrel generate --decisions renames.txt",
        "whimbrel generate --fill \"users.name='unknown'\"");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.value("--name", "NAME", "what to call it; else two words are chosen"))
        .addOption(Grammar.flag("--empty", "for SQL that you write by hand"))
        .addOption(Grammar.flag("--dry-run", "print the SQL and write nothing"));
    Generation.describe(spec);
  }

  @Override
  public Answer run(Invocation invocation) {
    var generation = new Generation(invocation);
    return generation.answer(
        new Generate.Request(
            invocation.text("--name"),
            invocation.has("--empty"),
            invocation.has("--dry-run"),
            generation.decisions(),
            generation.fills()));
  }
}
