package dev.whimbrel.cli;

import dev.whimbrel.kit.Migrate;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.MigrateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
        .addOption(Grammar.flag("--dry-run", "print what would run, and run nothing"))
        .addOption(Consent.option());
  }

  @Override
  public Answer run(Invocation invocation) {
    var use = new Migrate(invocation.project(), new Progress(invocation));
    Optional<String> to = invocation.text("--to");
    return new Consent(invocation, "migrate")
        .seek(accepted ->
            switch (use.run(new Migrate.Request(to, invocation.has("--dry-run"), accepted))) {
              case Migrate.Result.Rehearsed(var dryRun) ->
                  new Consent.Given(new Rehearsed(dryRun).answer());
              case Migrate.Result.Done(var outcome, var made) ->
                  new Consent.Given(done(outcome, made));
              case Migrate.Result.WouldLose(var losses) -> new Consent.Asked(losses);
            });
  }

  private static Answer done(MigrateResult outcome, Optional<Path> made) {
    var lines = new ArrayList<String>();
    made.ifPresent(file -> lines.add("made the database " + file));
    outcome.applied().forEach(id -> lines.add("applied " + id));
    if (outcome.applied().isEmpty()) {
      lines.add("Nothing to apply.");
    }
    outcome.outOfOrder().forEach(id -> lines.add(id + " is older than one that had run before"));
    outcome.pending().forEach(id -> lines.add("still pending: " + id));
    var details = new LinkedHashMap<String, Object>();
    made.ifPresent(file -> details.put("madeDatabase", file.toString()));
    details.put("applied", texts(outcome.applied()));
    details.put("outOfOrder", texts(outcome.outOfOrder()));
    details.put("pending", texts(outcome.pending()));
    return Answer.done(lines, details);
  }

  static List<String> texts(List<MigrationId> ids) {
    return ids.stream().map(MigrationId::value).toList();
  }
}
