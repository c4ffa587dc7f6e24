package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.layout.DrizzleFolderDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Goes on where Drizzle 1.0 stopped: a folder with a script and a snapshot.
 *
 * @param dialect the name of the database
 */
record DrizzleFolderContinuation(Path folder, String dialect, Clock clock) implements DatedFolders {
  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    Path own = place(migration.id());
    files.put(own.resolve("down.sql"), migration.down());
    files.put(
        own.resolve("snapshot.json"),
        new DrizzleEntities(dialect).next(previous(), migration).indented());
    files.put(own.resolve("migration.sql"), DrizzleContinuation.text(migration));
    return files;
  }

  /** The snapshot of the newest migration that has one. */
  private Optional<Json> previous() {
    return new DrizzleFolderDirectory(folder)
        .migrations().reversed().stream()
            .map(Migration::id)
            .flatMap(id -> read(folder.resolve(id.value()).resolve("snapshot.json")).stream())
            .findFirst();
  }

  static Optional<Json> read(Path file) {
    return new Texts(file).find(file).map(Json::parse);
  }
}
