package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.SectionedDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Goes on with one file for both ways.
 *
 * @param up the comment in front of the way there
 * @param down the comment in front of the way back
 */
record SectionedContinuation(String up, String down, Clock clock) implements Continuation {
  /** Goes on with the comments that are used in the folder; dbmate's where there are none. */
  static SectionedContinuation in(Path folder, Clock clock) {
    return new SectionedDirectory(folder)
        .marker()
        .map(marker ->
            new SectionedContinuation("-- " + marker + "Up", "-- " + marker + "Down", clock))
        .orElseGet(() -> new SectionedContinuation("-- migrate:up", "-- migrate:down", clock));
  }

  @Override
  public MigrationId next(Optional<MigrationId> last, String words) {
    var numbers = new NextNumber(clock);
    String first = numbers.moment(Optional.empty());
    return new MigrationId(numbers.after(last.map(MigrationId::number), first) + "_" + words);
  }

  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    files.put(
        place(migration.id()), up + "\n" + migration.up() + "\n" + down + "\n" + migration.down());
    return files;
  }
}
