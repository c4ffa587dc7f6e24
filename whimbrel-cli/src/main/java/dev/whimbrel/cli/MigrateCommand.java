package dev.whimbrel.cli;

import dev.whimbrel.kit.Migrate;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.MigrateResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel migrate}. */
final class MigrateCommand implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public List<String> aliases() {
    return List.of("deploy", "up");
  }

  @Override
  public String about() {
    return "Applies pending migrations, in order, each once and in a transaction.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel migrate",
        "whimbrel migrate --to add_users",
        "whimbrel migrate --dry-run --env production");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.value("--to", "MIGRATION", "the last one to apply"))
        .addOption(Grammar.flag("--dry-run", "print what would run, and run nothing"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var use = new Migrate(invocation.project(), new Progress(invocation));
    var request = new Migrate.Request(invocation.text("--to"), invocation.has("--dry-run"));
    return switch (use.run(request)) {
      case Migrate.Result.Rehearsed(var dryRun) -> new Rehearsed(dryRun).answer();
      case Migrate.Result.Done(var outcome) -> done(outcome);
    };
  }

  private static Answer done(MigrateResult outcome) {
    var lines = new ArrayList<>(outcome.applied().stream().map(id -> "applied " + id).toList());
    if (outcome.applied().isEmpty()) {
      lines.add("Nothing to apply.");
    }
    outcome.outOfOrder().forEach(id -> lines.add(id + " is older than one that had run before"));
    outcome.pending().forEach(id -> lines.add("still pending: " + id));
    var details = new LinkedHashMap<String, Object>();
    details.put("applied", texts(outcome.applied()));
    details.put("outOfOrder", texts(outcome.outOfOrder()));
    details.put("pending", texts(outcome.pending()));
    return Answer.done(lines, details);
  }

  static List<String> texts(List<MigrationId> ids) {
    return ids.stream().map(MigrationId::value).toList();
  }
}
