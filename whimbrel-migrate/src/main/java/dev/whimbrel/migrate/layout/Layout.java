package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a directory of migrations is spelled. */
public enum Layout {
  /** Our own: a folder a migration, with {@code migration.sql}. */
  WHIMBREL,
  /** Drizzle's: files beside {@code meta/_journal.json}, or since 1.0 a folder a migration. */
  DRIZZLE,
  /** Prisma's: a folder a migration, in the order of their names. */
  PRISMA,
  /** Files with a number in front, perhaps with a list that names those that count. */
  NUMBERED,
  /** Flyway's: {@code V1__name.sql}, {@code R__name.sql}, {@code U1__name.sql}. */
  FLYWAY,
  /** {@code 1_name.up.sql} and {@code 1_name.down.sql}, or folders that hold both. */
  PAIRS,
  /** One file for both ways, with a comment in front of each: dbmate, goose, sql-migrate. */
  DBMATE;

  /** The layout that configuration calls so. */
  public static Optional<Layout> named(String word) {
    return Arrays.stream(values()).filter(layout -> layout.word().equals(word)).findFirst();
  }

  /** What configuration calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What configuration calls each. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Layout::word).toList();
  }

  MigrationDirectory open(LayoutSettings settings) {
    Path folder = settings.folder();
    return switch (this) {
      case WHIMBREL -> new WhimbrelDirectory(folder);
      case DRIZZLE ->
          DrizzleJournal.isIn(folder)
              ? new DrizzleJournalDirectory(folder)
              : new DrizzleFolderDirectory(folder);
      case PRISMA -> new PrismaDirectory(folder);
      case NUMBERED -> new NumberedDirectory(folder, settings.registry());
      case FLYWAY -> new FlywayDirectory(settings);
      case PAIRS -> PairsDirectory.in(folder);
      case DBMATE -> new SectionedDirectory(folder);
    };
  }
}
