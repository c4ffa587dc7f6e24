package dev.whimbrel.cli;

import dev.whimbrel.kit.CheckFolder;
import dev.whimbrel.kit.Diff;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel check}: puts the answers to several questions together. */
final class CheckCommand implements Command {
  private static final String DRIFT = "--drift";

  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<String> aliases() {
    return List.of("validate");
  }

  @Override
  public String about() {
    return "Looks whether the folder of migrations is in order, and with --drift, the database.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel check", "whimbrel check --drift", "whimbrel check --database sqlite:app.db");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Grammar.flag(DRIFT, "look too whether the database has the shape its migrations give it"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var project = invocation.project();
    var folder = CheckAnswers.of(new CheckFolder(project).run());
    return asksForDrift(invocation)
        ? CheckAnswers.together(
            Stream.of(folder, CheckAnswers.of(new Diff(project).between("migrations", "database"))))
        : folder;
  }

  /** Whoever names a database wants it looked at. */
  private static boolean asksForDrift(Invocation invocation) {
    return invocation.has(DRIFT) || invocation.text("--database").isPresent();
  }
}
