package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.compare.ColumnOrder;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.work.Ahead;
import java.util.List;
import java.util.Optional;

/** Says what leads from one schema to another, wherever the two are written; changes nothing. */
public final class Diff {
  private final Project project;

  public Diff(Project project) {
    this.project = project;
  }

  /**
   * What is different.
   *
   * @param changes what leads from the one to the other; nothing is taken for a rename
   * @param sql the SQL that does it
   * @param remark what is otherwise and no difference, if there is anything
   */
  public record Difference(List<Change> changes, String sql, Optional<String> remark) {
    public Difference {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Compares two schemas. A database is read while the other side is.
   *
   * @param from what there is: {@code schema}, {@code migrations}, {@code database}, a URL, a path
   * @param to what is wanted, named in the same way
   */
  public Difference between(String from, String to) {
    var places = new SchemaPlace(project);
    if (places.isDatabase(to)) {
      var wanted = Ahead.of(() -> places.read(to));
      Schema there = places.read(from);
      return between(there, wanted.result());
    }
    if (places.isDatabase(from)) {
      var there = Ahead.of(() -> places.read(from));
      Schema wanted = places.read(to);
      return between(there.result(), wanted);
    }
    return between(places.read(from), places.read(to));
  }

  /** The whole schema as SQL for an empty database. */
  public String export(String place) {
    return between(Schema.empty(), new SchemaPlace(project).read(place)).sql();
  }

  private Difference between(Schema from, Schema to) {
    Schema settled =
        new ScratchSpelling(project.dialect(), project.scratch()).settled(from, to).schema();
    List<Change> changes = new Differ(RenameResolver.none()).diff(from, settled);
    Plan plan = project.dialect().planner().plan(from, changes);
    return new Difference(
        changes,
        changes.isEmpty() ? "" : ScriptText.up(plan),
        new ColumnOrder(from, settled).remark());
  }
}
