package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.MigrationId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which migration follows which, as their snapshots say.
 *
 * @param births for each migration with a snapshot, how that is called and whom it follows
 */
record Lineage(Map<MigrationId, Snapshots.Birth> births) {
  Lineage {
    births = new LinkedHashMap<>(births);
  }

  /** The one of a folder; in another tool's layout snapshots may be missing, and tell nothing. */
  static Lineage of(Snapshots snapshots) {
    return new Lineage(snapshots.isOurs() ? snapshots.births() : Map.of());
  }

  /** The migrations that no other one follows, in their order. */
  List<MigrationId> heads() {
    Set<String> followed =
        births.values().stream()
            .flatMap(each -> each.parents().stream())
            .collect(Collectors.toSet());
    return births.entrySet().stream()
        .filter(each -> !followed.contains(each.getValue().id()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Whether it only joins others. */
  boolean joins(MigrationId migration) {
    Snapshots.Birth birth = births.get(migration);
    return birth != null && birth.parents().size() > 1;
  }

  /** A migration and all that it follows. */
  Set<MigrationId> line(MigrationId head) {
    Map<String, MigrationId> names = new HashMap<>();
    births.forEach((id, birth) -> names.put(birth.id(), id));
    var line = new HashSet<MigrationId>();
    var open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      MigrationId next = open.remove();
      Snapshots.Birth birth = births.get(next);
      if (line.add(next) && birth != null) {
        birth.parents().stream().filter(names::containsKey).map(names::get).forEach(open::add);
      }
    }
    return line;
  }
}
