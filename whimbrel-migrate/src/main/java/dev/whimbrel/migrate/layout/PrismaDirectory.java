package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prisma's layout: {@code <timestamp>_<name>/migration.sql}, a {@code down.sql} beside it that
 * people write, and {@code migration_lock.toml}. Any other name of a folder will do, as in Prisma.
 */
public final class PrismaDirectory implements MigrationDirectory {
  /** The file that names the database. */
  public static final String LOCK = "migration_lock.toml";

  private static final Pattern PROVIDER =
      Pattern.compile("(?m)^\\s*provider\\s*=\\s*[\"']([^\"']+)[\"']");

  private final Path folder;
  private final FolderPerMigration parts;

  public PrismaDirectory(Path folder) {
    this.folder = folder;
    this.parts = new FolderPerMigration(folder, "migration.sql", "down.sql");
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
    return parts.ignored(List.of(LOCK));
  }

  @Override
  public List<Oddity> oddities() {
    return Stream.of(
            parts.scriptless(), Numbers.doubled(migrations(), MigrationId::number), withoutLock())
        .flatMap(each -> each)
        .toList();
  }

  /** What {@value #LOCK} calls the database: {@code postgresql}, {@code sqlite}. */
  public Optional<String> provider() {
    return new Texts(folder)
        .find(folder.resolve(LOCK))
        .map(PROVIDER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private Stream<Oddity> withoutLock() {
    return provider().isPresent()
        ? Stream.empty()
        : Stream.of(new Oddity(LOCK, "is not there or names no provider; Prisma asks for it"));
  }
}
