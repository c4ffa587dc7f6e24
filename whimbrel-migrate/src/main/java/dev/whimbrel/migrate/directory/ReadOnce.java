package dev.whimbrel.migrate.directory;

import java.util.List;
import java.util.function.Supplier;

/**
 * A directory whose migrations come from elsewhere, such as from a reading that began before.
 *
 * @param directory answers everything else
 */
public record ReadOnce(MigrationDirectory directory, Supplier<List<Migration>> reading)
    implements MigrationDirectory {
  /** A directory as it is now, which is not read again. */
  public static ReadOnce now(MigrationDirectory directory) {
    List<Migration> migrations = directory.migrations();
    return new ReadOnce(directory, () -> migrations);
  }

  @Override
  public List<Migration> migrations() {
    return reading.get();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    return directory.place(id, direction);
  }

  @Override
  public List<Ignored> ignored() {
    return directory.ignored();
  }

  @Override
  public List<Oddity> oddities() {
    return directory.oddities();
  }
}
