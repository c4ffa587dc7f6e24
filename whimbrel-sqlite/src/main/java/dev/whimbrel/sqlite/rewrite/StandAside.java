package dev.whimbrel.sqlite.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes views and triggers away while a table that they mention is built anew, and puts them back
 * word for word: SQLite refuses to rename a table while one of them cannot be resolved, and forgets
 * the triggers of a table or a view that is dropped.
 */
public final class StandAside implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    Map<ObjectName, SchemaObject> aside = leaningOn(rebuilt(changes), from);
    aside.putAll(triggersOf(replacedViews(changes), from));
    if (aside.isEmpty()) {
      return changes;
    }
    var said = new ArrayList<Change>();
    for (Change change : changes) {
      said.addAll(apart(change, aside));
    }
    for (SchemaObject object : aside.values()) {
      said.add(new Change.Drop(object));
      said.add(new Change.Create(object));
    }
    return said;
  }

  /** The tables that are built anew, under the names they have and had. */
  private static Set<ObjectName> rebuilt(List<Change> changes) {
    var names = new HashSet<ObjectName>();
    for (Change change : changes.reversed()) {
      if (change instanceof Change.Replace(Table was, Table now)) {
        names.add(now.name());
      }
    }
    for (Change change : changes.reversed()) {
      if (change instanceof Change.RenameTable(var was, var now) && names.contains(now)) {
        names.add(was);
      }
    }
    return names;
  }

  private static Map<ObjectName, SchemaObject> leaningOn(Set<ObjectName> moved, Schema from) {
    var aside = new LinkedHashMap<ObjectName, SchemaObject>();
    var reached = new HashSet<>(moved);
    for (int before = -1; before < aside.size(); ) {
      before = aside.size();
      for (SchemaObject object : from.objects().values()) {
        if (leans(object, reached) && reached.add(object.name())) {
          aside.put(object.name(), object);
        }
      }
    }
    return aside;
  }

  private static Set<ObjectName> replacedViews(List<Change> changes) {
    return changes.stream()
        .filter(change -> change instanceof Change.Replace(View was, View now))
        .map(change -> ((Change.Replace) change).from().name())
        .collect(Collectors.toSet());
  }

  /** The triggers that go with a view, or speak of it. */
  private static Map<ObjectName, SchemaObject> triggersOf(Set<ObjectName> views, Schema from) {
    return from.all(Opaque.class)
        .filter(object -> object.objectKind().equals("trigger"))
        .filter(trigger -> trigger.leansOn().stream().anyMatch(views::contains))
        .collect(Collectors.toMap(Opaque::name, trigger -> trigger));
  }

  /** Only what holds no rows can stand aside. */
  private static boolean leans(SchemaObject object, Set<ObjectName> reached) {
    return switch (object) {
      case View view -> view.leansOn().stream().anyMatch(reached::contains);
      case Opaque opaque when Set.of("view", "trigger").contains(opaque.objectKind()) ->
          opaque.leansOn().stream().anyMatch(reached::contains);
      default -> false;
    };
  }

  /** What changes anyway goes before the tables are built, and comes after; it is done then. */
  private static List<Change> apart(Change change, Map<ObjectName, SchemaObject> aside) {
    return switch (change) {
      case Change.Drop(var object) -> {
        aside.remove(object.name());
        yield List.of(change);
      }
      case Change.Replace(var was, var now) when aside.remove(was.name()) != null ->
          List.of(new Change.Drop(was), new Change.Create(now));
      default -> List.of(change);
    };
  }
}
