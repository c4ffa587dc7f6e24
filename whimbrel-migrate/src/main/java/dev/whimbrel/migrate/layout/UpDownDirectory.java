package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for each migration, with {@code up.sql} and {@code down.sql}. */
public final class UpDownDirectory implements MigrationDirectory {
  private final FolderPerMigration parts;

  public UpDownDirectory(Path folder) {
    this.parts = new FolderPerMigration(folder, "up.sql", "down.sql");
  }

  @Override
  public List<Migration> migrations() {
    return parts.migrations();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    return parts.place(id, direction);
  }

  @Override
  public List<Ignored> ignored() {
    return parts.ignored(List.of());
  }

  @Override
  public List<Oddity> oddities() {
    return Stream.concat(parts.scriptless(), Numbers.doubled(migrations(), MigrationId::number))
        .toList();
  }
}
