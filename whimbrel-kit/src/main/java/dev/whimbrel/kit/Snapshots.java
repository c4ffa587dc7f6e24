package dev.whimbrel.kit;

import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Our snapshots of migrations: beside each in our own layout; in others hidden, where no other tool
 * takes them for its own.
 */
record Snapshots(LayoutSettings layout, MigrationDirectory directory) {
  static final String FILE_NAME = "snapshot.json";

  private static final String HIDDEN = ".whimbrel";

  static Snapshots of(Project project) {
    return new Snapshots(project.configuration().migrations().layout(), project.directory());
  }

  /** The snapshot of a migration; nothing if it has none. */
  Optional<Snapshot> of(MigrationId id) {
    Path file = layout.folder().resolve(place(id));
    return new Texts(file).find(file).map(json -> Snapshot.parse(json, file.toString()));
  }

  /** Where the snapshot of a migration lies within the folder. */
  Path place(MigrationId id) {
    return switch (layout.layout()) {
      case WHIMBREL -> Path.of(id.value(), FILE_NAME);
      // to Prisma, each folder is a migration
      case PRISMA -> Path.of(id.value(), HIDDEN + ".json");
      case DRIZZLE, FLYWAY, NUMBERED, PAIRS, DBMATE -> Path.of(HIDDEN, id + ".json");
    };
  }

  boolean isOurs() {
    return layout.layout() == Layout.WHIMBREL;
  }

  /** The newest one: what the next migration follows. */
  Optional<Snapshot> newest() {
    return ids().reversed().stream().flatMap(id -> of(id).stream()).findFirst();
  }

  /** The one that tells what all migrations make: that of the last. */
  Optional<Snapshot> last() {
    return isOurs() || ids().isEmpty() ? newest() : of(ids().getLast());
  }

  /** The one that a snapshot follows; nothing if it is the first, or that one is gone. */
  Optional<Snapshot> parent(MigrationId id, Snapshot snapshot) {
    List<MigrationId> older = ids().stream().takeWhile(each -> !each.equals(id)).toList();
    return older.reversed().stream()
        .flatMap(each -> of(each).stream())
        .filter(each -> snapshot.parents().contains(each.id()))
        .findFirst();
  }

  /** Not where another tool's last one was looked at and those before it were not. */
  boolean tellsWhatIsNew(MigrationId id, Snapshot snapshot) {
    return isOurs() || !snapshot.parents().isEmpty() || ids().getFirst().equals(id);
  }

  private List<MigrationId> ids() {
    return directory.migrations().stream().map(Migration::id).toList();
  }
}
