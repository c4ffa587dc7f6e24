package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.watch.Watched;
import dev.whimbrel.kit.watch.Watcher;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.ReadOnce;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.forecast.Forecast;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.review.naming.AdvisedSql;
import dev.whimbrel.review.script.ChangesInScript;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptReviewer;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for danger in migrations: in what their statements say and were seen to do on a scratch
 * server, or, where nothing can be seen, in what each makes of the snapshot before it.
 */
public final class Review {
  private final Project project;

  public Review(Project project) {
    this.project = project;
  }

  /**
   * What is wanted.
   *
   * @param migrations by id, its beginning or name; none means those that are pending, or all of
   *     them where no database is named
   * @param files scripts by their paths, wherever they lie; those that are not in the folder come
   *     behind all that are
   * @param trying whether they may be tried on a scratch server
   */
  public record Request(List<String> migrations, List<Path> files, boolean trying) {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * They were looked at.
     *
     * @param stumbles what was refused on the way to the state before them
     * @param statistics what the forecasts are from
     */
    record Reviewed(
        List<OfMigration> migrations, List<String> stumbles, Optional<Statistics> statistics)
        implements Result {
      /** Whether there is a finding that matters as much, and that nobody allowed. */
      public boolean hasFindings(Severity least) {
        return migrations.stream().anyMatch(each -> each.hasFindings(least));
      }
    }
  }

  /** How long a statement is going to take, as far as that is known. */
  public record Foreseen(ScriptStatement statement, Forecast forecast) {}

  /**
   * One migration.
   *
   * @param place where its script lies
   * @param script its statements, with what was seen of them
   * @param changes what it makes of the snapshot before it, as far as there are snapshots
   * @param findings in the order of their places
   * @param foreseen how long they are going to take, where there are statistics
   */
  public record OfMigration(
      MigrationId id,
      String place,
      Script script,
      List<Change> changes,
      List<ScriptFinding> findings,
      List<Foreseen> foreseen) {
    boolean hasFindings(Severity least) {
      return findings.stream()
          .filter(each -> !each.isAllowed())
          .anyMatch(each -> each.danger().severity().compareTo(least) >= 0);
    }
  }

  public Result run(Request request) {
    MigrationDirectory directory = ReadOnce.now(project.directory());
    var loose = LooseFiles.of(request.files(), directory);
    Set<MigrationId> chosen = new LinkedHashSet<>(chosen(request, directory));
    chosen.addAll(loose.ids());
    Watched watched =
        new Watcher(project.dialect())
            .watch(loose.behind(directory.migrations()), chosen, request.trying());
    Optional<Statistics> statistics = project.statistics();
    var plans = Plans.of(project, directory);
    var reviewed = new ArrayList<OfMigration>();
    Optional<Statistics> known = statistics;
    for (MigrationId id : chosen) {
      Script script = script(watched, id);
      reviewed.add(review(id, loose.place(id), script, plans.of(id), known));
      known = known.map(numbers -> after(numbers, script.statements()));
    }
    return new Result.Reviewed(List.copyOf(reviewed), watched.stumbles(), statistics);
  }

  /** Tables keep their size where they get another name. */
  private static Statistics after(Statistics known, List<ScriptStatement> statements) {
    Statistics numbers = known;
    for (ScriptStatement each : statements) {
      numbers = numbers.after(each.deed());
    }
    return numbers;
  }

  private static Script script(Watched watched, MigrationId id) {
    return watched.scripts().getOrDefault(id, new Script("", List.of(), true));
  }

  private List<MigrationId> chosen(Request request, MigrationDirectory directory) {
    if (!request.migrations().isEmpty() || !request.files().isEmpty()) {
      return request.migrations().stream().map(new MigrationChoice(directory)::meant).toList();
    }
    return project.hasDatabase()
        ? pending()
        : directory.migrations().stream().map(Migration::id).toList();
  }

  private List<MigrationId> pending() {
    return new Status(project)
        .ofDatabase().migrations().stream()
            .filter(each -> each.state().isPending())
            .map(MigrationStatus::id)
            .toList();
  }

  private OfMigration review(
      MigrationId id,
      String place,
      Script script,
      Optional<Plan> plan,
      Optional<Statistics> statistics) {
    Dialect dialect = project.dialect();
    List<Change> changes = plan.map(Plan::changes).orElse(List.of());
    return new OfMigration(
        id,
        place,
        script,
        changes,
        findings(script, plan.filter(each -> dialect.observer().isEmpty()), dialect),
        statistics.map(known -> foreseen(script, known, dialect)).orElse(List.of()));
  }

  /**
   * Where nothing can be seen, what the plan wrote is judged by its changes, and its words are only
   * looked at for names.
   */
  private List<ScriptFinding> findings(Script script, Optional<Plan> meant, Dialect dialect) {
    List<ScriptRule> names =
        project
            .configuration()
            .review()
            .conventions()
            .rules(new AdvisedSql(dialect::quote, dialect.renamesParts()));
    var reviewer =
        new ScriptReviewer(Stream.concat(dialect.scriptRules().stream(), names.stream()).toList());
    if (meant.isEmpty()) {
      return reviewer.review(script);
    }
    var changes = new ChangesInScript(meant.get(), script);
    Set<String> ofNames = names.stream().map(ScriptRule::id).collect(Collectors.toSet());
    return reviewer.review(
        script,
        finding -> ofNames.contains(finding.rule()) || !changes.wrote(finding.statement()),
        changes.placed(new Reviewer(dialect.rules()).review(meant.get())));
  }

  private static List<Foreseen> foreseen(Script script, Statistics statistics, Dialect dialect) {
    return script.statements().stream()
        .flatMap(statement ->
            dialect
                .forecaster()
                .of(statement, script, after(statistics, script.before(statement).toList()))
                .stream()
                .map(forecast -> new Foreseen(statement, forecast)))
        .toList();
  }
}
