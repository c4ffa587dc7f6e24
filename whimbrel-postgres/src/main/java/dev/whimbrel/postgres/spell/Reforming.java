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
  private final Map<ObjectName, Table> old;
  private final Map<ObjectName, Table> now;
  private final Direction direction;

  private Reforming(Map<ObjectName, Table> old, Map<ObjectName, Table> now, Direction direction) {
    this.direction = direction;
    this.old = old;
    this.now = now;
  }

  /**
   * What is made anew on one way of a plan.
   *
   * @param plan all changes of it, on the way there
   */
  public static Reforming on(Direction direction, List<Change> plan) {
    var created = new LinkedHashMap<ObjectName, Table>();
    var dropped = new LinkedHashMap<ObjectName, Table>();
    for (Change change : plan) {
      switch (change) {
        case Change.Create(Table made) -> created.put(made.name(), made);
        case Change.Drop(Table gone) -> dropped.put(gone.name(), gone);
        default -> {}
      }
    }
    return direction == Direction.THERE
        ? new Reforming(dropped, created, direction)
        : new Reforming(created, dropped, direction);
  }

  /** Whether any table goes and comes in this plan. */
  public static boolean any(List<Change> plan) {
    Reforming all = on(Direction.THERE, plan);
    return !Collections.disjoint(all.old.keySet(), all.now.keySet());
  }

  /** Whether this is the way there, and not the one back. */
  public boolean leadsThere() {
    return direction == Direction.THERE;
  }

  /** What the table is going to be that is set aside, if it is. */
  public Optional<Table> newForm(Table gone) {
    return isPartition(gone) ? Optional.empty() : Optional.ofNullable(now.get(gone.name()));
  }

  /** What the table was that is made anew, if it is. */
  public Optional<Table> oldForm(Table made) {
    return isPartition(made) ? Optional.empty() : Optional.ofNullable(old.get(made.name()));
  }

  /** Whether a table goes as a partition of one that is made anew. */
  public boolean goesAlong(Table gone) {
    return root(gone, old).filter(root -> newForm(root).isPresent()).isPresent();
  }

  /** Whether a table comes as a partition of one that is made anew. */
  public boolean comesAlong(Table made) {
    return root(made, now).filter(root -> oldForm(root).isPresent()).isPresent();
  }

  /** The partitions that go with a table, each behind its parent. */
  public List<Table> going(Table table) {
    return members(table, old);
  }

  /** The partitions that come with a table, each behind its parent. */
  public List<Table> coming(Table table) {
    return members(table, now);
  }

  private static List<Table> members(Table table, Map<ObjectName, Table> side) {
    var members = new ArrayList<Table>();
    side.values().stream()
        .filter(each -> isPartition(each, table.name()))
        .forEach(each -> {
          members.add(each);
          members.addAll(members(each, side));
        });
    return members;
  }

  private static Optional<Table> root(Table table, Map<ObjectName, Table> side) {
    return side.values().stream()
        .filter(each -> isPartition(table, each.name()))
        .findFirst()
        .flatMap(parent -> isPartition(parent) ? root(parent, side) : Optional.of(parent));
  }

  private static boolean isPartition(Table table) {
    return Kin.of(table) instanceof Kin.Partition;
  }

  /** Whether a table is a partition of that one itself. */
  public static boolean isPartition(Table table, ObjectName parent) {
    return Kin.of(table) instanceof Kin.Partition(var name, var bound)
        && name.equals(Kin.spelled(parent));
  }
}
