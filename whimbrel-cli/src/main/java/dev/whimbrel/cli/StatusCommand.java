package dev.whimbrel.cli;

import dev.whimbrel.kit.Status;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.run.MigrationStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel status}. */
final class StatusCommand implements Command {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public List<String> aliases() {
    return List.of("info", "list");
  }

  @Override
  public String about() {
    return "Lists the migrations: applied, pending, failed, changed, missing.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel status", "whimbrel status --check", "whimbrel status --offline");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Grammar.flag("--offline", "look at the folder alone"))
        .addOption(Grammar.flag("--check", "exit with 4 if any is pending"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var use = new Status(invocation.project());
    return invocation.has("--offline")
        ? ofFolder(use.ofFolder())
        : ofDatabase(use.ofDatabase(), invocation.has("--check"), new Colours(invocation));
  }

  private static Answer ofFolder(Status.OfFolder folder) {
    List<String> ids = MigrateCommand.texts(folder.migrations());
    return Answer.done(
            ids.isEmpty() ? List.of("There are no migrations.") : ids, Map.of("migrations", ids))
        .noting(notes(folder.ignored()));
  }

  private static Answer ofDatabase(Status.OfDatabase database, boolean check, Colours colours) {
    var lines = new ArrayList<String>();
    int width =
        database.migrations().stream().mapToInt(each -> each.id().value().length()).max().orElse(0);
    database
        .migrations()
        .forEach(each -> lines.add(line(each, width, colours) + proof(database, each)));
    if (lines.isEmpty()) {
      lines.add("There are no migrations.");
    }
    Answer answer =
        Answer.done(lines, details(database)).noting(notes(database)).as(state(database));
    if (database.hasMismatch()) {
      return answer.exiting(check ? ExitCode.FAILED : ExitCode.DONE);
    }
    return check && database.hasPending() ? answer.exiting(ExitCode.PENDING) : answer;
  }

  private static String state(Status.OfDatabase database) {
    if (database.hasMismatch()) {
      return "changed";
    }
    return database.hasPending() ? "pending" : "up to date";
  }

  private static String line(MigrationStatus each, int width, Colours colours) {
    String id = each.id().value();
    String when =
        each.last()
            .filter(entry -> entry.event() != HistoryEntry.Event.ROLLED_BACK)
            .map(entry -> "  " + when(entry.recordedAt()))
            .orElse("");
    String why = each.reason().map(reason -> "  (" + reason + ")").orElse("");
    return id
        + " ".repeat(width - id.length() + 2)
        + colours.of(each.state(), word(each))
        + when
        + why;
  }

  /** A second in UTC; a formatter of our own would have to be built at each start. */
  private static String when(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  private static String proof(Status.OfDatabase database, MigrationStatus each) {
    String word = database.proofs().getOrDefault(each.id(), "");
    return word.isEmpty() ? "" : "  way back: " + word;
  }

  private static String word(MigrationStatus each) {
    return each.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Map<String, Object> details(Status.OfDatabase database) {
    var details = new LinkedHashMap<String, Object>();
    details.put("database", database.database());
    details.put(
        "migrations",
        database.migrations().stream()
            .map(each -> details(each, Optional.ofNullable(database.proofs().get(each.id()))))
            .toList());
    return details;
  }

  private static Map<String, Object> details(MigrationStatus each, Optional<String> proof) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", each.id().value());
    details.put("state", word(each));
    each.last()
        .ifPresent(entry ->
            details.put(
                "recordedAt", entry.recordedAt().truncatedTo(ChronoUnit.SECONDS).toString()));
    each.reason().ifPresent(why -> details.put("reason", why));
    proof.ifPresent(word -> details.put("wayBack", word));
    return details;
  }

  private static List<String> notes(Status.OfDatabase database) {
    var notes = new ArrayList<>(notes(database.ignored()));
    database
        .missing()
        .ifPresent(file -> notes.add("there is no " + file + " yet: whimbrel migrate makes it"));
    return notes;
  }

  private static List<String> notes(List<Ignored> ignored) {
    return ignored.stream()
        .map(each -> "passed over: " + each.name() + ", " + each.reason())
        .toList();
  }
}
