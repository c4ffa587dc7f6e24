package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    var touched = new HashMap<String, Touch>();
    for (int i = 0; i < changes.size(); i++) {
      record(i, Footprint.of(changes.get(i)), touched);
    }
    touched.values().forEach(this::connect);
  }

  List<Change> sorted() {
    var order = Comparator.<Integer>comparingInt(i -> rank(changes.get(i))).thenComparing(i -> i);
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

  /** Who does what to one thing. */
  private record Touch(
      List<Integer> makers,
      List<Integer> removers,
      List<Integer> reshapers,
      List<Integer> needers,
      List<Integer> freers) {
    static Touch none(String name) {
      return new Touch(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  private static void record(int change, Footprint print, Map<String, Touch> touched) {
    touches(print.makes(), touched).forEach(touch -> touch.makers().add(change));
    touches(print.removes(), touched).forEach(touch -> touch.removers().add(change));
    touches(print.reshapes(), touched).forEach(touch -> touch.reshapers().add(change));
    touches(print.needs(), touched).forEach(touch -> touch.needers().add(change));
    touches(print.frees(), touched).forEach(touch -> touch.freers().add(change));
  }

  private static List<Touch> touches(Set<String> names, Map<String, Touch> touched) {
    return names.stream().map(name -> touched.computeIfAbsent(name, Touch::none)).toList();
  }

  private void connect(Touch touch) {
    before(touch.removers(), touch.makers());
    before(touch.makers(), touch.needers());
    before(touch.reshapers(), touch.needers());
    before(freeing(touch), touch.removers());
    before(freeing(touch), touch.reshapers());
  }

  /** What leans on a thing afterwards too goes on leaning on it, and comes after it is changed. */
  private static List<Integer> freeing(Touch touch) {
    return touch.freers().stream().filter(each -> !touch.needers().contains(each)).toList();
  }

  private void before(List<Integer> first, List<Integer> then) {
    for (int one : first) {
      for (int other : then) {
        if (one != other) {
          followers.get(one).add(other);
          waitingFor[other]++;
        }
      }
    }
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
      case Opaque opaque -> opaque.leansOn().isEmpty() ? 20 : 41;
    };
  }

  private static int goingRank(SchemaObject object) {
    return switch (object) {
      case EnumType type -> 52;
      case Table table -> 51;
      case View view -> 11;
      case Opaque opaque -> opaque.leansOn().isEmpty() ? 53 : 10;
    };
  }
}
