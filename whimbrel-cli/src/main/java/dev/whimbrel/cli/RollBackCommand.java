package dev.whimbrel.cli;

import dev.whimbrel.kit.RollBack;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.RollBackResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel rollback}. */
final class RollBackCommand implements Command {
  @Override
  public String name() {
    return "rollback";
  }

  @Override
  public List<String> aliases() {
    return List.of("down", "undo");
  }

  @Override
  public String about() {
    return "Takes back the last migration, or more, by the way back that lies beside each.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel rollback",
        "whimbrel rollback --steps 2 --dry-run",
        "whimbrel rollback --to add_users",
        "whimbrel rollback --accept users.age");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.value("--steps", "N", "how many migrations; 1 if not given"))
        .addOption(Grammar.value("--to", "MIGRATION", "take back what came after this one"))
        .addOption(Grammar.flag("--dry-run", "print what would run, and run nothing"))
        .addOption(Consent.option());
  }

  @Override
  public Answer run(Invocation invocation) {
    var use = new RollBack(invocation.project(), new Progress(invocation));
    RollBack.Extent extent = extent(invocation);
    return new Consent(invocation, "rollback")
        .seek(accepted ->
            switch (use.run(new RollBack.Request(extent, invocation.has("--dry-run"), accepted))) {
              case RollBack.Result.Rehearsed(var dryRun, var failed) ->
                  new Consent.Given(new Rehearsed(dryRun).answer().noting(notes(failed)));
              case RollBack.Result.Done(var outcome, var failed) ->
                  new Consent.Given(done(outcome, failed).noting(notes(failed)));
              case RollBack.Result.WouldLose(var losses) -> new Consent.Asked(losses);
            });
  }

  private static RollBack.Extent extent(Invocation invocation) {
    Optional<String> steps = invocation.text("--steps");
    Optional<String> to = invocation.text("--to");
    if (steps.isPresent() && to.isPresent()) {
      throw new ConfigurationException("--steps and --to say the same thing; pass one of them.");
    }
    return to.<RollBack.Extent>map(RollBack.Extent.To::new)
        .orElseGet(() -> new RollBack.Extent.Steps(steps.map(RollBackCommand::number).orElse(1)));
  }

  private static int number(String text) {
    if (text.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(text);
    }
    throw new ConfigurationException("--steps is a number from 1 on, not \"" + text + "\".");
  }

  private static List<String> notes(List<MigrationId> failed) {
    return failed.stream()
        .map(id ->
            id + " failed when it was tried and left nothing, so nothing of it is taken back.")
        .toList();
  }

  private static Answer done(RollBackResult outcome, List<MigrationId> failed) {
    List<String> ids = MigrateCommand.texts(outcome.rolledBack());
    return Answer.done(
        ids.isEmpty()
            ? List.of("Nothing to take back.")
            : ids.stream().map(id -> "took back " + id).toList(),
        Map.of("rolledBack", ids, "failed", MigrateCommand.texts(failed)));
  }
}
