package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drizzle's layout since 1.0: {@code <timestamp>_<name>/migration.sql} with a {@code snapshot.json}
 * that names those it follows.
 */
public final class DrizzleFolderDirectory implements MigrationDirectory {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Path folder;
  private final FolderPerMigration parts;

  public DrizzleFolderDirectory(Path folder) {
    this.folder = folder;
    this.parts = new FolderPerMigration(folder, "migration.sql", "down.sql");
  }

  @Override
  public List<Migration> migrations() {
    return parts.migrations().stream().map(DrizzleFolderDirectory::dated).toList();
  }

  private static Migration dated(Migration migration) {
    try {
      LocalDateTime moment = LocalDateTime.parse(migration.id().number(), MOMENT);
      return migration.madeAt(moment.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException other) {
      return migration;
    }
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
    var snapshots =
        new DrizzleSnapshots(
            migrations().stream()
                .map(migration -> folder.resolve(migration.id().value()).resolve("snapshot.json"))
                .toList());
    return Stream.of(
            parts.scriptless(),
            Numbers.doubled(migrations(), MigrationId::number),
            snapshots.oddities())
        .flatMap(each -> each)
        .toList();
  }
}
