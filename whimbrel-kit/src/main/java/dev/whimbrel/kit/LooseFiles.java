package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.SingleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scripts that are named by their paths: those of the folder are its migrations, others stand by
 * themselves.
 *
 * @param ids in the order in which they were named
 * @param outside those that are not of the folder, with where they lie
 */
record LooseFiles(
    Set<MigrationId> ids, Map<Path, Migration> outside, MigrationDirectory directory) {
  static LooseFiles of(List<Path> files, MigrationDirectory directory) {
    Map<Path, MigrationId> known = files.isEmpty() ? Map.of() : places(directory);
    var taken = new HashSet<>(known.values());
    var ids = new LinkedHashSet<MigrationId>();
    var outside = new LinkedHashMap<Path, Migration>();
    for (Path file : files.stream().map(LooseFiles::whole).distinct().toList()) {
      MigrationId id = known.get(file);
      if (id == null) {
        Migration own = apart(new SingleFile(file), taken);
        outside.put(file, own);
        id = own.id();
      }
      ids.add(id);
      taken.add(id);
    }
    return new LooseFiles(ids, outside, directory);
  }

  private static Map<Path, MigrationId> places(MigrationDirectory directory) {
    var places = new HashMap<Path, MigrationId>();
    for (Migration each : directory.migrations()) {
      places.put(whole(Path.of(directory.place(each.id(), Direction.UP))), each.id());
    }
    return places;
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Under an id that nothing else has. */
  private static Migration apart(SingleFile file, Set<MigrationId> taken) {
    return file.migration(file.ids().filter(id -> !taken.contains(id)).findFirst().orElseThrow());
  }

  /** All of the folder, then what is not of it. */
  List<Migration> behind(List<Migration> folder) {
    var all = new ArrayList<>(folder);
    all.addAll(outside.values());
    return all;
  }

  /** Where a script lies. */
  String place(MigrationId id) {
    return outside.entrySet().stream()
        .filter(each -> each.getValue().id().equals(id))
        .map(each -> each.getKey().toString())
        .findFirst()
        .orElseGet(() -> directory.place(id, Direction.UP));
  }
}
