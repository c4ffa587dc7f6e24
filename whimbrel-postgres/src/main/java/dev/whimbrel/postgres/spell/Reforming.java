package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that is made anew in a form that PostgreSQL gives no table that is there: it is set
 * aside, made with its partitions, filled from what was set aside, and that is dropped. A plan says
 * so by dropping and creating a table of one name.
 *
 * @param plan all changes of it
 */
public record Reforming(List<Change> plan) {
  public Reforming {
    plan = List.copyOf(plan);
  }

  /** What the table is on the other side of the plan, if it is made anew. */
  public Optional<Table> otherForm(Table table) {
    boolean comes = created().anyMatch(table::equals);
    Stream<Table> others = comes ? dropped() : created();
    return Kin.of(table) instanceof Kin.Partition
        ? Optional.empty()
        : others.filter(each -> each.name().equals(table.name())).findFirst();
  }

  /** Whether a table comes and goes as a partition of one that is made anew. */
  public boolean isMember(Table table) {
    return root(table, side(table)).filter(root -> otherForm(root).isPresent()).isPresent();
  }

  /** The partitions that come and go with a table that is made anew, each behind its parent. */
  public List<Table> members(Table table) {
    var members = new ArrayList<Table>();
    side(table).stream()
        .filter(each -> isPartition(each, table.name()))
        .forEach(each -> {
          members.add(each);
          members.addAll(members(each));
        });
    return members;
  }

  private static Optional<Table> root(Table table, List<Table> side) {
    return side.stream()
        .filter(each -> isPartition(table, each.name()))
        .findFirst()
        .flatMap(parent ->
            Kin.of(parent) instanceof Kin.Partition ? root(parent, side) : Optional.of(parent));
  }

  private List<Table> side(Table table) {
    return created().anyMatch(table::equals) ? created().toList() : dropped().toList();
  }

  /** Whether a table is a partition of that one itself. */
  public static boolean isPartition(Table table, ObjectName parent) {
    return Kin.of(table) instanceof Kin.Partition(var name, var bound)
        && name.equals(Kin.spelled(parent));
  }

  private Stream<Table> created() {
    return plan.stream()
        .filter(change -> change instanceof Change.Create(Table made))
        .map(change -> (Table) ((Change.Create) change).object());
  }

  private Stream<Table> dropped() {
    return plan.stream()
        .filter(change -> change instanceof Change.Drop(Table gone))
        .map(change -> (Table) ((Change.Drop) change).object());
  }
}
