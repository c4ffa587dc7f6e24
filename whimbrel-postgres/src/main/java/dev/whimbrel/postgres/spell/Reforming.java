package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that is made anew in a form that PostgreSQL gives no table that is there: it is set
 * aside, made with its partitions, filled from what was set aside, and that is dropped. A plan says
 * so by dropping and creating a table of one name.
 */
public final class Reforming {
  private final Map<ObjectName, Table> created = new LinkedHashMap<>();
  private final Map<ObjectName, Table> dropped = new LinkedHashMap<>();
  private final boolean any;

  /**
   * @param plan all changes of it
   */
  public Reforming(List<Change> plan) {
    for (Change change : plan) {
      switch (change) {
        case Change.Create(Table made) -> created.put(made.name(), made);
        case Change.Drop(Table gone) -> dropped.put(gone.name(), gone);
        default -> {}
      }
    }
    any = !Collections.disjoint(created.keySet(), dropped.keySet());
  }

  /** What the table is on the other side of the plan, if it is made anew. */
  public Optional<Table> otherForm(Table table) {
    Map<ObjectName, Table> others = comes(table) ? dropped : created;
    return any && !(Kin.of(table) instanceof Kin.Partition)
        ? Optional.ofNullable(others.get(table.name()))
        : Optional.empty();
  }

  /** Whether it is a table that goes and comes again. */
  public boolean isReformed(Table table) {
    return otherForm(table).isPresent();
  }

  /** Whether a table comes and goes as a partition of one that is made anew. */
  public boolean isMember(Table table) {
    return any && root(table, side(table)).filter(root -> otherForm(root).isPresent()).isPresent();
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
    return List.copyOf((comes(table) ? created : dropped).values());
  }

  /** Whether the plan makes it, and its way back does not. */
  public boolean comes(Table table) {
    return table.equals(created.get(table.name()));
  }

  /** Whether a table is a partition of that one itself. */
  public static boolean isPartition(Table table, ObjectName parent) {
    return Kin.of(table) instanceof Kin.Partition(var name, var bound)
        && name.equals(Kin.spelled(parent));
  }
}
