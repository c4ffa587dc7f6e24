package dev.whimbrel.cli;

import dev.whimbrel.kit.Generate;
import dev.whimbrel.kit.config.ConfigurationException;
import java.util.List;
import java.util.stream.Stream;
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
        "whimbrel generate --merge",
        "whimbrel generate --fill \"users.name='unknown'\"");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.value("--name", "NAME", "what to call it; else two words are chosen"))
        .addOption(Grammar.flag("--empty", "for SQL that you write by hand"))
        .addOption(Grammar.flag("--dry-run", "print the SQL and write nothing"))
        .addOption(Grammar.flag("--merge", "join two branches that do not conflict"));
    Generation.describe(spec);
  }

  @Override
  public Answer run(Invocation invocation) {
    if (invocation.has("--merge")) {
      requireAlone(invocation);
      return new Joining(invocation).answer();
    }
    var generation = new Generation(invocation);
    return generation.answer(
        new Generate.Request(
            invocation.text("--name"),
            invocation.has("--empty"),
            invocation.has("--dry-run"),
            generation.decisions(),
            generation.fills()));
  }

  /** What joins branches has no SQL that could be printed, filled in or left out. */
  private static void requireAlone(Invocation invocation) {
    Stream.of("--empty", "--dry-run", "--decisions", "--fill")
        .filter(invocation::isGiven)
        .findFirst()
        .ifPresent(other -> {
          throw new ConfigurationException(
              "--merge goes without %s; nothing was written. Whether branches can be joined says: whimbrel check"
                  .formatted(other));
        });
  }
}
