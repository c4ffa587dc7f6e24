package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Path;

/** A folder that holds migrations in some layout. */
public record FoundFolder(Layout layout, Path folder) {
  /** How many migrations it holds. */
  public int size() {
    return LayoutSettings.of(layout, folder).open().migrations().size();
  }
}
