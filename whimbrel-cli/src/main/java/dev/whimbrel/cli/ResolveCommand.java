package dev.whimbrel.cli;

import dev.whimbrel.kit.Resolve;
import dev.whimbrel.kit.config.ConfigurationException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel resolve}. */
final class ResolveCommand implements Command {
  @Override
  public String name() {
    return "resolve";
  }

  @Override
  public String about() {
    return "Marks a migration in the history by hand, where you know better; runs nothing.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel resolve 20260101000000_add_users --applied",
        "whimbrel resolve add_users --rolled-back");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Grammar.words("MIGRATION", "1", "its id, the beginning of it, or its name"))
        .addOption(Grammar.flag("--applied", "what it does is in the database"))
        .addOption(Grammar.flag("--rolled-back", "what it does is not, or no longer"));
  }

  @Override
  public Answer run(Invocation invocation) {
    boolean applied = invocation.has("--applied");
    if (applied == invocation.has("--rolled-back")) {
      throw new ConfigurationException("Say which it is: --applied or --rolled-back.");
    }
    String text = invocation.parameters().getFirst();
    var request =
        applied ? new Resolve.Request.Applied(text) : new Resolve.Request.RolledBack(text);
    List<String> ids = MigrateCommand.texts(new Resolve(invocation.project()).run(request));
    String word = applied ? "applied" : "rolled back";
    return Answer.done(
        ids.stream().map(id -> id + " counts as " + word + " now").toList(),
        Map.of("marked", ids, "as", word));
  }
}
