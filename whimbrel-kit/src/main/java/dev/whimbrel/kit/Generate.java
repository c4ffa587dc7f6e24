package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.draft.Fills;
import dev.whimbrel.kit.draft.MigrationNames;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.kit.rename.Asker;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.UndecidedException;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes the next migration: what the schema asks for, less what the directory already does. */
public final class Generate {
  private final Project project;
  private final Asker person;
  private final RandomGenerator random;

  /**
   * @param person is asked about renames that nothing else answers
   * @param random chooses a name where none is given
   */
  public Generate(Project project, Asker person, RandomGenerator random) {
    this.project = project;
    this.person = person;
    this.random = random;
  }

  /**
   * What is wanted.
   *
   * @param name what to call it; else two words are chosen
   * @param empty whether it is to be written by hand
   * @param dryRun whether to write nothing
   * @param fills what rows get in columns that may not be null from now on
   */
  public record Request(
      Optional<String> name, boolean empty, boolean dryRun, Decisions decisions, Fills fills) {}

  /** What came of it. */
  public sealed interface Result {
    /** The schema asks for nothing new. */
    record UpToDate(List<String> remarks) implements Result {
      public UpToDate {
        remarks = List.copyOf(remarks);
      }
    }

    /** Nothing was written: someone has to say what was renamed. */
    record NeedsDecisions(List<RenameQuestion> questions) implements Result {
      public NeedsDecisions {
        questions = List.copyOf(questions);
      }
    }

    /** Nothing was written, as asked. */
    record Planned(Draft draft) implements Result {}

    record Written(Draft draft) implements Result {}
  }

  /**
   * A migration as it is about to be written.
   *
   * @param folder where it lies, once it is written
   * @param files the texts by file name
   * @param remarks what a person should know beside it, a sentence each
   */
  public record Draft(
      MigrationId id,
      String folder,
      Map<String, String> files,
      List<Change> changes,
      List<Finding> findings,
      List<String> remarks) {
    public Draft {
      remarks = List.copyOf(remarks);
    }

    /** The SQL that goes forward. */
    public String sql() {
      return files.getOrDefault("migration.sql", "");
    }
  }

  public Result run(Request request) {
    Dialect dialect = project.dialect();
    checkOneLine();
    Optional<Snapshot> last = new Replay(project).last();
    last.ifPresent(snapshot -> checkDialect(snapshot, dialect));
    if (request.empty()) {
      return written(request, byHand(request, last, dialect));
    }
    try {
      Planning.Wanted wanted = wanted(request, last, dialect);
      return wanted.plan().isEmpty() && wanted.plan().changes().isEmpty()
          ? new Result.UpToDate(wanted.remarks())
          : written(request, draft(request, last, wanted, dialect));
    } catch (UndecidedException undecided) {
      return new Result.NeedsDecisions(undecided.questions());
    }
  }

  private Planning.Wanted wanted(Request request, Optional<Snapshot> last, Dialect dialect) {
    Schema there = last.map(Snapshot::schema).orElse(Schema.empty());
    return new Planning(project, person, request.decisions(), request.fills(), project.live())
        .from(project.scoped(dialect.normalizer().normalize(there)));
  }

  private Draft draft(
      Request request, Optional<Snapshot> last, Planning.Wanted wanted, Dialect dialect) {
    MigrationId id = id(request);
    Plan plan = wanted.plan();
    return draft(
        id,
        Map.of(
            "migration.sql",
            ScriptText.up(plan),
            "down.sql",
            ScriptText.down(id, plan, request.fills()),
            Snapshots.FILE_NAME,
            snapshot(id, last, plan, dialect).json()),
        plan.changes(),
        new Reviewer(dialect.rules()).review(plan),
        wanted.remarks());
  }

  private Draft byHand(Request request, Optional<Snapshot> last, Dialect dialect) {
    MigrationId id = id(request);
    Schema schema = last.map(Snapshot::schema).orElse(Schema.empty());
    var same = new Plan(schema, schema, List.of(), List.of());
    return draft(
        id,
        Map.of(
            "migration.sql",
            ScriptText.empty("Write the SQL of this migration here."),
            "down.sql",
            ScriptText.empty("Write here what takes it back."),
            Snapshots.FILE_NAME,
            snapshot(id, last, same, dialect).json()),
        List.of(),
        List.of(),
        List.of());
  }

  private Draft draft(
      MigrationId id,
      Map<String, String> files,
      List<Change> changes,
      List<Finding> findings,
      List<String> remarks) {
    return new Draft(id, new Addition(project).place(id), files, changes, findings, remarks);
  }

  private static Snapshot snapshot(
      MigrationId id, Optional<Snapshot> last, Plan plan, Dialect dialect) {
    List<Change> renames = plan.changes().stream().filter(Change::renames).toList();
    return Snapshot.of(
        id.value(),
        last.map(Snapshot::id).stream().toList(),
        dialect.name(),
        Decisions.describing(renames),
        plan.to());
  }

  private MigrationId id(Request request) {
    Optional<MigrationId> last =
        project.directory().migrations().stream()
            .filter(migration -> !migration.repeatable())
            .map(Migration::id)
            .reduce((one, next) -> next);
    return new Addition(project)
        .next(last, new MigrationNames(project.clock(), random), request.name());
  }

  private Result written(Request request, Draft draft) {
    if (request.dryRun()) {
      return new Result.Planned(draft);
    }
    new Addition(project).write(draft.id(), draft.files());
    return new Result.Written(draft);
  }

  /** What follows one branch alone would do again what the other has done. */
  private void checkOneLine() {
    new Branches(project)
        .fork()
        .ifPresent(fork -> {
          throw new BranchedException(fork.one(), fork.other());
        });
  }

  private static void checkDialect(Snapshot last, Dialect dialect) {
    if (!last.dialect().equals(dialect.name())) {
      throw new ConfigurationException(
          ("The migrations are for %s, and the configuration names %s. Nothing was written."
                  + " Name another folder for the other database: migrations: migrations-%s")
              .formatted(last.dialect(), dialect.name(), dialect.name()));
    }
  }
}
