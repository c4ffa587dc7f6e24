package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.SingleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var ids = new LinkedHashSet<MigrationId>();
    var outside = new LinkedHashMap<Path, Migration>();
    for (Path file : files) {
      Optional<MigrationId> known = known(file, directory);
      if (known.isPresent()) {
        ids.add(known.get());
      } else {
        var migration = new SingleFile(file).migration();
        outside.put(file, migration);
        ids.add(migration.id());
      }
    }
    return new LooseFiles(ids, outside, directory);
  }

  private static Optional<MigrationId> known(Path file, MigrationDirectory directory) {
    Path whole = file.toAbsolutePath().normalize();
    return directory.migrations().stream()
        .map(Migration::id)
        .filter(id ->
            Path.of(directory.place(id, Direction.UP)).toAbsolutePath().normalize().equals(whole))
        .findFirst();
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
