package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.work.Many;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The order in which changes can be made. Three sentences decide: what stands in the place of the
 * new goes first; what leans on a thing goes before the thing goes or changes; a thing is made
 * before what leans on it. Where they leave a choice, the order is the one that reads best. Time
 * grows with the number of changes and of the names they mention.
 */
final class Ordering {
  private final List<Change> changes;
  private final List<List<Integer>> followers = new ArrayList<>();
  private final int[] waitingFor;

  Ordering(List<Change> changes) {
    this.changes = changes;
    this.waitingFor = new int[changes.size()];
    changes.forEach(change -> followers.add(new ArrayList<>()));
    var touched = new HashMap<String, List<Touch>>();
    List<Footprint> prints = new Many<>(changes).each(Footprint::of);
    for (int i = 0; i < changes.size(); i++) {
      record(i, prints.get(i), touched);
    }
    touched.values().forEach(this::connect);
  }

  List<Change> sorted() {
    int[] ranks = changes.stream().mapToInt(Ordering::rank).toArray();
    Comparator<Integer> order =
        (one, other) ->
            ranks[one] == ranks[other] ? one.compareTo(other) : ranks[one] - ranks[other];
    var ready = new PriorityQueue<>(order);
    var waiting = new PriorityQueue<>(order);
    for (int i = 0; i < changes.size(); i++) {
      (waitingFor[i] == 0 ? ready : waiting).add(i);
    }
    var sorted = new ArrayList<Change>();
    var done = new boolean[changes.size()];
    while (sorted.size() < changes.size()) {
      int next = ready.isEmpty() ? waiting.remove() : ready.remove();
      if (!done[next]) {
        done[next] = true;
        sorted.add(changes.get(next));
        release(next, ready);
      }
    }
    return sorted;
  }

  private void release(int done, PriorityQueue<Integer> ready) {
    for (int follower : followers.get(done)) {
      if (--waitingFor[follower] == 0) {
        ready.add(follower);
      }
    }
  }

  /** What a change does to a thing. */
  private enum Role {
    MAKES,
    REMOVES,
    RESHAPES,
    NEEDS,
    FREES
  }

  /** Which change does what to one thing; most things are touched by one change alone. */
  private record Touch(Role role, int change) {}

  private static void record(int change, Footprint print, Map<String, List<Touch>> touched) {
    record(new Touch(Role.MAKES, change), print.makes(), touched);
    record(new Touch(Role.REMOVES, change), print.removes(), touched);
    record(new Touch(Role.RESHAPES, change), print.reshapes(), touched);
    record(new Touch(Role.NEEDS, change), print.needs(), touched);
    record(new Touch(Role.FREES, change), print.frees(), touched);
  }

  private static void record(Touch touch, Set<String> names, Map<String, List<Touch>> touched) {
    for (String name : names) {
      touched.computeIfAbsent(name, fresh -> new ArrayList<>(2)).add(touch);
    }
  }

  private void connect(List<Touch> touches) {
    if (touches.size() > 1) {
      List<Integer> naming = naming(touches);
      before(naming, all(Role.REMOVES, touches));
      before(
          all(Role.REMOVES, touches),
          all(Role.MAKES, touches).stream().filter(each -> !naming.contains(each)).toList());
      before(all(Role.MAKES, touches), all(Role.NEEDS, touches));
      before(all(Role.RESHAPES, touches), all(Role.NEEDS, touches));
      List<Integer> freeing = freeing(touches);
      before(freeing, all(Role.REMOVES, touches));
      before(freeing, all(Role.RESHAPES, touches));
    }
  }

  /** What gets its name first, and then goes and comes again. */
  private List<Integer> naming(List<Touch> touches) {
    List<Integer> making = all(Role.MAKES, touches);
    return making.stream().allMatch(each -> changes.get(each).renames())
        ? List.of()
        : making.stream().filter(each -> changes.get(each).renames()).toList();
  }

  /** What leans on a thing afterwards too goes on leaning on it, and comes after it is changed. */
  private static List<Integer> freeing(List<Touch> touches) {
    var needing = new HashSet<>(all(Role.NEEDS, touches));
    return all(Role.FREES, touches).stream().filter(each -> !needing.contains(each)).toList();
  }

  private static List<Integer> all(Role role, List<Touch> touches) {
    var all = new ArrayList<Integer>();
    for (Touch touch : touches) {
      if (touch.role() == role) {
        all.add(touch.change());
      }
    }
    return all;
  }

  private void before(List<Integer> first, List<Integer> then) {
    for (int one : first) {
      for (int other : then) {
        if (one != other && !isShared(changes.get(one), changes.get(other))) {
          followers.get(one).add(other);
          waitingFor[other]++;
        }
      }
    }
  }

  /** A rule that parent and heir share is there before the heir is one, and goes after that. */
  private static boolean isShared(Change one, Change other) {
    return switch (one) {
      case Change.Replace(Table from, Table to)
          when other instanceof Change.AddConstraint(var table, var constraint) ->
          table.equals(to.name()) && Family.joins(from, to) && Family.shares(from, to, constraint);
      case Change.DropConstraint(var table, var constraint)
          when other instanceof Change.Replace(Table from, Table to) ->
          table.equals(to.name()) && Family.leaves(from, to) && Family.shares(to, from, constraint);
      default -> false;
    };
  }

  private static int rank(Change change) {
    return switch (change) {
      case Change.RenameTable rename -> 0;
      case Change.RenameColumn rename -> 1;
      case Change.RenameLabel rename -> 2;
      case Change.Drop(var object) -> object instanceof Table ? 51 : goingRank(object);
      case Change.DropConstraint(var table, var gone) -> gone.refersElsewhere() ? 12 : 14;
      case Change.DropIndex drop -> 13;
      case Change.Create(var object) -> comingRank(object);
      case Change.Replace(Table from, Table to) when Family.leaves(from, to) -> 3;
      case Change.Replace(Table from, Table to) when Family.joins(from, to) -> 54;
      case Change.Replace(var from, var to) -> comingRank(to);
      case Change.AddColumn add -> 31;
      case Change.AlterColumn alter -> 32;
      case Change.AddConstraint(var table, var added) -> added.refersElsewhere() ? 35 : 33;
      case Change.AddIndex add -> 34;
      case Change.DropColumn drop -> 50;
    };
  }

  private static int comingRank(SchemaObject object) {
    return switch (object) {
      case EnumType type -> 21;
      case Table table -> 30;
      case View view -> 40;
      case Opaque opaque -> isGround(opaque) ? 20 : 41;
    };
  }

  private static int goingRank(SchemaObject object) {
    return switch (object) {
      case EnumType type -> 52;
      case Table table -> 51;
      case View view -> 11;
      case Opaque opaque -> isGround(opaque) ? 53 : 10;
    };
  }

  /** What others may stand on without a word of it, as a key does on an extension's operators. */
  private static boolean isGround(Opaque opaque) {
    return opaque.leansOn().isEmpty() || opaque.objectKind().equals("extension");
  }
}
