package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where migrations are and how they are spelled.
 *
 * @param folders one; for Flyway's layout as many as it has locations
 * @param registry the file that lists, as quoted names, what counts of the numbered layout
 * @param immutable the last number, and all before it, that nothing may be added to
 * @param placeholders what stands in Flyway's scripts as <code>${name}</code>
 */
public record LayoutSettings(
    Layout layout,
    List<Path> folders,
    Optional<Path> registry,
    Optional<String> immutable,
    Map<String, String> placeholders) {
  private static final String HIDDEN = ".whimbrel";

  public LayoutSettings {
    folders = List.copyOf(folders);
    placeholders = Map.copyOf(placeholders);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("migrations lie in one folder at least");
    }
  }

  /** A layout in one folder that needs no more to be said. */
  public static LayoutSettings of(Layout layout, Path folder) {
    return new LayoutSettings(
        layout, List.of(folder), Optional.empty(), Optional.empty(), Map.of());
  }

  /** The folder to which new migrations go. */
  public Path folder() {
    return folders.getFirst();
  }

  /**
   * Where within the folder our own file about a migration lies: beside it in our own layout; in
   * others hidden, where no other tool takes it for its own.
   *
   * @param name what it is called in our own layout
   * @param hidden what it is called where it is hidden, behind what tells it apart
   */
  public Path place(MigrationId id, String name, String hidden) {
    return switch (layout) {
      case WHIMBREL -> Path.of(id.value(), name);
      // to Prisma, each folder is a migration
      case PRISMA -> Path.of(id.value(), HIDDEN + "." + hidden);
      case DRIZZLE, FLYWAY, NUMBERED, PAIRS, DBMATE -> Path.of(HIDDEN, id + "." + hidden);
    };
  }

  /** The migrations themselves. */
  public MigrationDirectory open() {
    return layout.open(this);
  }
}
