package dev.whimbrel.sqlite.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says first that the tables go whose rows refer to others. */
public final class DropChildrenFirst implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    var waiting = new LinkedHashMap<ObjectName, Change>();
    var children = new HashMap<ObjectName, List<ObjectName>>();
    var said = new ArrayList<Change>();
    for (Change change : changes) {
      if (change instanceof Change.Drop(Table table)) {
        waiting.put(table.name(), change);
        table.foreignKeys().forEach(key -> child(children, key.references(), table.name()));
      } else {
        said.add(change);
      }
    }
    List.copyOf(waiting.keySet()).forEach(name -> drop(name, waiting, children, said));
    return said;
  }

  private static void child(
      Map<ObjectName, List<ObjectName>> children, ObjectName parent, ObjectName name) {
    children.computeIfAbsent(parent, key -> new ArrayList<>()).add(name);
  }

  private static void drop(
      ObjectName name,
      Map<ObjectName, Change> waiting,
      Map<ObjectName, List<ObjectName>> children,
      List<Change> said) {
    Change change = waiting.remove(name);
    if (change != null) {
      children.getOrDefault(name, List.of()).forEach(child -> drop(child, waiting, children, said));
      said.add(change);
    }
  }
}
