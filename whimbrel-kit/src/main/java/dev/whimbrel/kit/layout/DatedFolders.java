package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Goes on in a layout with a folder for each migration, named by the time and some words. */
interface DatedFolders extends Continuation {
  Clock clock();

  @Override
  default MigrationId next(Optional<MigrationId> last, String words) {
    return new NextNumber(clock()).dated(last, words);
  }

  @Override
  default Path place(MigrationId id) {
    return Path.of(id.value());
  }
}
