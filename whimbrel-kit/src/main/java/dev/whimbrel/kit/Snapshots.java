package dev.whimbrel.kit;

import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our snapshots of migrations: beside each in our own layout; in others hidden, where no other tool
 * takes them for its own.
 */
record Snapshots(LayoutSettings layout, MigrationDirectory directory) {
  static final String FILE_NAME = "snapshot.json";

  /** Bytes of a snapshot in which its id and its parents stand. */
  private static final int BEGINNING = 1024;

  static Snapshots of(Project project) {
    return of(project, project.directory());
  }

  /** Of a directory that was read already. */
  static Snapshots of(Project project, MigrationDirectory directory) {
    return new Snapshots(project.configuration().migrations().layout(), directory);
  }

  /** The snapshot of a migration; nothing if it has none. */
  Optional<Snapshot> of(MigrationId id) {
    Path file = layout.folder().resolve(place(id));
    return new Texts(file).find(file).map(json -> Snapshot.parse(json, file.toString()));
  }

  /** How a snapshot is called, and which ones it follows. */
  record Birth(String id, List<String> parents) {
    private static final Pattern ID = Pattern.compile("\"id\":\\s*\"([^\"]*)\"");
    private static final Pattern PARENTS = Pattern.compile("\"parents\":\\s*\\[([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

    Birth {
      parents = List.copyOf(parents);
    }

    private static Optional<Birth> in(String json) {
      Matcher id = ID.matcher(json);
      Matcher parents = PARENTS.matcher(json);
      return id.find()
          ? Optional.of(
              new Birth(
                  id.group(1),
                  parents.find()
                      ? NAME.matcher(parents.group(1)).results().map(it -> it.group(1)).toList()
                      : List.of()))
          : Optional.empty();
    }
  }

  /**
   * The births of all snapshots beside migrations; they stand in the first lines, and neither the
   * rest nor the scripts are read for them.
   */
  Map<MigrationId, Birth> births() {
    var births = new HashMap<MigrationId, Birth>();
    for (Path entry : new Texts(layout.folder()).entries()) {
      String name = String.valueOf(entry.getFileName());
      if (!name.startsWith(".") && Files.exists(entry.resolve("migration.sql"))) {
        birth(entry).ifPresent(birth -> births.put(new MigrationId(name), birth));
      }
    }
    return births;
  }

  private static Optional<Birth> birth(Path entry) {
    return new Texts(entry).beginning(entry.resolve(FILE_NAME), BEGINNING).flatMap(Birth::in);
  }

  /** Where the snapshot of a migration lies within the folder. */
  Path place(MigrationId id) {
    return layout.place(id, FILE_NAME, "json");
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
