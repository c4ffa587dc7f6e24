package dev.whimbrel.kit.config;

import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration says of migrations.
 *
 * @param layout where they are and how they are spelled
 * @param alongside whether the history of the tool that was there before is kept up to date, so
 *     that it still agrees
 * @param table where that history is, if not at its usual place
 * @param lateRefused whether a migration may not run once one that comes after it has
 */
public record MigrationSettings(
    LayoutSettings layout, boolean alongside, Optional<String> table, boolean lateRefused) {
  /** Our own layout in a folder. */
  public static MigrationSettings usual(Path folder) {
    return of(Layout.WHIMBREL, folder);
  }

  /** A layout in a folder. */
  public static MigrationSettings of(Layout layout, Path folder) {
    return new MigrationSettings(LayoutSettings.of(layout, folder), false, Optional.empty(), false);
  }

  /** Whether this is one of their folders. */
  public boolean areIn(Path folder) {
    return layout.folders().stream().map(MigrationSettings::whole).anyMatch(whole(folder)::equals);
  }

  private static Path whole(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  /** The folder to which new migrations go. */
  public Path folder() {
    return layout.folder();
  }
}
