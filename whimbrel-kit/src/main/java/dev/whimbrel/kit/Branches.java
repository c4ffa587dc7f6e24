package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.proof.Course;
import dev.whimbrel.proof.Replay;
import dev.whimbrel.proof.TrialDatabase;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.scratch.ScratchException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether the folder of migrations is one line, and where it is not, whether branches fit. In
 * another tool's layout our snapshots may be missing, and so say nothing of lines.
 */
public final class Branches {
  private final Project project;

  public Branches(Project project) {
    this.project = project;
  }

  /** What there is. */
  public sealed interface Result {
    /** Each migration follows the one before it. */
    record OneLine(int migrations) implements Result {}

    /**
     * Two branches that nobody joined.
     *
     * @param conflict why they do not fit together; nothing if their order does not matter
     */
    record Branched(MigrationId one, MigrationId other, Optional<String> conflict)
        implements Result {}
  }

  /**
   * Looks.
   *
   * @throws UnavailableException if there are branches and no scratch server can be started
   */
  public Result run() {
    var snapshots = Snapshots.of(project);
    List<Migration> all = project.directory().migrations();
    Map<MigrationId, Snapshot> found = snapshots.isOurs() ? found(all, snapshots) : Map.of();
    List<MigrationId> heads = heads(found);
    return heads.size() < 2
        ? new Result.OneLine(all.size())
        : branched(heads.get(heads.size() - 2), heads.getLast(), all, found);
  }

  private static Map<MigrationId, Snapshot> found(List<Migration> all, Snapshots snapshots) {
    var found = new HashMap<MigrationId, Snapshot>();
    all.forEach(
        each -> snapshots.of(each.id()).ifPresent(snapshot -> found.put(each.id(), snapshot)));
    return found;
  }

  /** The migrations that no other one follows. */
  private static List<MigrationId> heads(Map<MigrationId, Snapshot> snapshots) {
    Set<String> followed =
        snapshots.values().stream()
            .flatMap(each -> each.parents().stream())
            .collect(Collectors.toSet());
    return snapshots.entrySet().stream()
        .filter(each -> !followed.contains(each.getValue().id()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private Result branched(
      MigrationId one,
      MigrationId other,
      List<Migration> all,
      Map<MigrationId, Snapshot> snapshots) {
    Set<MigrationId> ofOne = line(one, snapshots);
    Set<MigrationId> ofOther = line(other, snapshots);
    List<Migration> common =
        all.stream()
            .filter(each -> ofOne.contains(each.id()) == ofOther.contains(each.id()))
            .toList();
    List<Migration> first = branch(all, ofOne, ofOther);
    List<Migration> second = branch(all, ofOther, ofOne);
    try (Course course = Course.after(common, project.dialect())) {
      return new Result.Branched(one, other, conflict(course, first, second));
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  private static List<Migration> branch(
      List<Migration> all, Set<MigrationId> in, Set<MigrationId> notIn) {
    return all.stream()
        .filter(each -> in.contains(each.id()) && !notIn.contains(each.id()))
        .toList();
  }

  /** A migration and all that it follows. */
  private static Set<MigrationId> line(MigrationId head, Map<MigrationId, Snapshot> snapshots) {
    var line = new HashSet<MigrationId>();
    var open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      MigrationId next = open.remove();
      if (line.add(next)) {
        List<String> parents =
            Optional.ofNullable(snapshots.get(next)).map(Snapshot::parents).orElse(List.of());
        snapshots.entrySet().stream()
            .filter(each -> parents.contains(each.getValue().id()))
            .forEach(each -> open.add(each.getKey()));
      }
    }
    return line;
  }

  /** Why it matters which branch comes first, if it does. */
  private Optional<String> conflict(Course course, List<Migration> first, List<Migration> second) {
    try (TrialDatabase there = course.here();
        TrialDatabase back = course.here()) {
      Optional<String> refusal =
          Stream.of(refusal(there, first, second), refusal(back, second, first))
              .flatMap(Optional::stream)
              .findFirst();
      return refusal.or(() -> difference(schema(there), schema(back)));
    }
  }

  private Optional<String> refusal(
      TrialDatabase database, List<Migration> first, List<Migration> second) {
    var replay = new Replay(project.dialect());
    for (Migration each : Stream.concat(first.stream(), second.stream()).toList()) {
      Optional<String> refusal = replay.run(database.session(), each.up().sql());
      if (refusal.isPresent()) {
        return Optional.of(
            "%s, run after the other branch: %s".formatted(each.id(), refusal.get()));
      }
    }
    return Optional.empty();
  }

  private Schema schema(TrialDatabase database) {
    Dialect dialect = project.dialect();
    return dialect.inspector().inspect(database.session());
  }

  private static Optional<String> difference(Schema one, Schema other) {
    List<Change> changes = new Differ((from, to) -> List.of()).diff(one, other);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "what comes of it depends on the order: "
                + changes.stream().map(Change::describe).collect(Collectors.joining("; ")));
  }
}
