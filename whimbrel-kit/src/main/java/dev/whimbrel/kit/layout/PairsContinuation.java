package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Goes on with two files, or two in a folder, under the next number.
 *
 * @param folders whether each migration has a folder
 */
record PairsContinuation(boolean folders, Clock clock) implements Continuation {
  @Override
  public MigrationId next(Optional<MigrationId> last, String words) {
    var numbers = new NextNumber(clock);
    String first = folders ? numbers.moment(Optional.empty()) : "000001";
    return new MigrationId(numbers.after(last.map(MigrationId::number), first) + "_" + words);
  }

  @Override
  public Path place(MigrationId id) {
    return folders ? Path.of(id.value()) : Path.of(id + ".up.sql");
  }

  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    files.put(way(migration.id(), "down"), migration.down());
    files.put(way(migration.id(), "up"), migration.up());
    return files;
  }

  private Path way(MigrationId id, String way) {
    return folders ? Path.of(id.value(), way + ".sql") : Path.of(id + "." + way + ".sql");
  }
}
