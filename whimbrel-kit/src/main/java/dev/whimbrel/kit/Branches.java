package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.proof.Course;
import dev.whimbrel.proof.Orders;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.scratch.ScratchException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    record Branched(MigrationId one, MigrationId other, Optional<Conflict> conflict)
        implements Result {}
  }

  /**
   * Why two branches do not fit together.
   *
   * @param objects what both of them change
   */
  public record Conflict(Set<ObjectName> objects, String why) {
    public Conflict {
      objects = new TreeSet<>(objects);
    }
  }

  /** Two branches, each with the migrations that are not of the other. */
  record Fork(
      MigrationId one,
      MigrationId other,
      List<Migration> common,
      List<Migration> first,
      List<Migration> second) {}

  /**
   * Looks.
   *
   * @throws UnavailableException if there are branches and no scratch server can be started
   */
  public Result run() {
    return fork()
        .map(this::branched)
        .orElseGet(() -> new Result.OneLine(project.directory().migrations().size()));
  }

  /** The last two branches, if nobody joined them. */
  Optional<Fork> fork() {
    Lineage lineage = Lineage.of(Snapshots.of(project));
    List<MigrationId> heads = lineage.heads();
    return heads.size() < 2
        ? Optional.empty()
        : Optional.of(fork(heads.get(heads.size() - 2), heads.getLast(), lineage));
  }

  private Fork fork(MigrationId one, MigrationId other, Lineage lineage) {
    List<Migration> all = project.directory().migrations();
    Set<MigrationId> ofOne = lineage.line(one);
    Set<MigrationId> ofOther = lineage.line(other);
    List<Migration> common =
        all.stream()
            .filter(each -> ofOne.contains(each.id()) == ofOther.contains(each.id()))
            .toList();
    return new Fork(one, other, common, branch(all, ofOne, ofOther), branch(all, ofOther, ofOne));
  }

  private static List<Migration> branch(
      List<Migration> all, Set<MigrationId> in, Set<MigrationId> notIn) {
    return all.stream()
        .filter(each -> in.contains(each.id()) && !notIn.contains(each.id()))
        .toList();
  }

  private Result branched(Fork fork) {
    try (Course course = Course.after(fork.common(), project.dialect())) {
      Optional<Conflict> conflict =
          new Orders(project.dialect(), course)
              .conflict(fork.first(), fork.second())
              .map(why -> new Conflict(shared(fork.first(), fork.second()), why));
      return new Result.Branched(fork.one(), fork.other(), conflict);
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  /** What both branches change, as far as their snapshots know. */
  private Set<ObjectName> shared(List<Migration> first, List<Migration> second) {
    Set<ObjectName> shared = changed(first);
    shared.retainAll(changed(second));
    return shared;
  }

  private Set<ObjectName> changed(List<Migration> branch) {
    var plans = Plans.of(project);
    return branch.stream()
        .flatMap(each -> plans.changes(each.id()).stream())
        .flatMap(Branches::subjects)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<ObjectName> subjects(Change change) {
    return switch (change) {
      case Change.Create(var object) -> Stream.of(object.name());
      case Change.Drop(var object) -> Stream.of(object.name());
      case Change.Replace(var from, var to) -> Stream.of(to.name());
      case Change.RenameTable(var from, var to) -> Stream.of(from, to);
      case Change.RenameLabel(var type, var from, var to) -> Stream.of(type);
      case Change.OfTable part -> Stream.of(part.table());
    };
  }
}
