package dev.whimbrel.cli;

import dev.whimbrel.kit.Check;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel check}. */
final class CheckCommand implements Command {
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
    return "Looks whether the folder of migrations is as its layout wants it.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel check", "whimbrel check --json");
  }

  @Override
  public void describe(CommandSpec spec) {
    // it has no options of its own
  }

  @Override
  public Answer run(Invocation invocation) {
    Check.Result checked = new Check(invocation.project()).run();
    var lines = new ArrayList<String>();
    checked.oddities().forEach(each -> lines.add(each.name() + ": " + each.what()));
    checked
        .ignored()
        .forEach(each -> lines.add("passed over: " + each.name() + ", " + each.reason()));
    lines.add(
        "%d migrations, %s"
            .formatted(
                checked.migrations(),
                checked.oddities().isEmpty()
                    ? "nothing odd"
                    : checked.oddities().size() + " odd things"));
    Answer answer = Answer.done(lines, details(checked));
    return checked.oddities().isEmpty()
        ? answer
        : answer.as(ExitCode.FINDINGS.status()).exiting(ExitCode.FINDINGS);
  }

  private static Map<String, Object> details(Check.Result checked) {
    return Map.of(
        "migrations",
        checked.migrations(),
        "oddities",
        checked.oddities().stream().map(CheckCommand::details).toList(),
        "passedOver",
        checked.ignored().stream().map(CheckCommand::details).toList());
  }

  private static Map<String, Object> details(Oddity oddity) {
    return Map.of("name", oddity.name(), "what", oddity.what());
  }

  private static Map<String, Object> details(Ignored ignored) {
    return Map.of("name", ignored.name(), "reason", ignored.reason());
  }
}
