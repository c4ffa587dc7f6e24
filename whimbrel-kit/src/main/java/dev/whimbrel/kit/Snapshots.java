package dev.whimbrel.kit;

import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The snapshots that lie beside migrations. */
record Snapshots(WhimbrelDirectory directory) {
  static final String FILE_NAME = "snapshot.json";

  /** The snapshot of a migration; nothing if it has none. */
  Optional<Snapshot> of(MigrationId id) {
    return directory.file(id, FILE_NAME).map(json -> Snapshot.parse(json, place(id)));
  }

  /** The newest one: what the next migration follows. */
  Optional<Snapshot> last() {
    return newest(directory.migrations().stream().map(Migration::id).toList());
  }

  /** The one that a snapshot follows; nothing if it is the first, or that one is gone. */
  Optional<Snapshot> parent(MigrationId id, Snapshot snapshot) {
    List<MigrationId> older =
        directory.migrations().stream()
            .map(Migration::id)
            .filter(each -> each.compareTo(id) < 0)
            .toList()
            .reversed();
    return older.stream()
        .flatMap(each -> of(each).stream())
        .filter(each -> snapshot.parents().contains(each.id()))
        .findFirst();
  }

  private Optional<Snapshot> newest(List<MigrationId> ids) {
    return ids.reversed().stream().flatMap(id -> of(id).stream()).findFirst();
  }

  private String place(MigrationId id) {
    return Objects.toString(
        Path.of(directory.place(id, Direction.UP)).resolveSibling(FILE_NAME), FILE_NAME);
  }
}
