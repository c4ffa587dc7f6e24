package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.layout.DrizzleJournal;
import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import dev.whimbrel.migrate.layout.PrismaDirectory;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that holds migrations in some layout. */
public record FoundFolder(Layout layout, Path folder) {
  /** How many migrations it holds. */
  public int size() {
    return LayoutSettings.of(layout, folder).open().migrations().size();
  }

  /** What the folder itself says of its database; nothing if its layout does not say it. */
  public Optional<String> dialect() {
    return switch (layout) {
      case PRISMA -> new PrismaDirectory(folder).provider();
      case DRIZZLE ->
          DrizzleJournal.isIn(folder)
              ? DrizzleJournal.in(folder).whole().text("dialect")
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
