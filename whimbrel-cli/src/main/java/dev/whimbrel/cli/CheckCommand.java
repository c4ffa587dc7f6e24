package dev.whimbrel.cli;

import dev.whimbrel.kit.Branches;
import dev.whimbrel.kit.CheckFolder;
import dev.whimbrel.kit.Diff;
import java.util.ArrayList;
import java.util.List;
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
    return "Looks whether migrations are in order and one line, and with --drift, at the database.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel check", "whimbrel check --drift", "whimbrel check --database sqlite:app.db");
  }

  @Override
  public void describe(CommandSpec spec) {
    Grammar.scope(spec);
    spec.addOption(
        Grammar.flag(DRIFT, "look too whether the database has the shape its migrations give it"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var project = invocation.project();
    var answers = new ArrayList<Answer>();
    answers.add(CheckAnswers.of(new CheckFolder(project).run()));
    answers.add(CheckAnswers.of(new Branches(project).run()));
    if (asksForDrift(invocation)) {
      answers.add(CheckAnswers.of(new Diff(project).between("migrations", "database")));
    }
    return CheckAnswers.together(answers);
  }

  /** Whoever names a database wants it looked at. */
  private static boolean asksForDrift(Invocation invocation) {
    return invocation.has(DRIFT) || invocation.text("--database").isPresent();
  }
}
