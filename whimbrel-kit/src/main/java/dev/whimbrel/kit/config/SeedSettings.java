package dev.whimbrel.kit.config;

import java.nio.file.Path;
import java.util.List;

/** What puts rows into a database for development. */
public sealed interface SeedSettings {
  /**
   * SQL.
   *
   * @param paths files, or folders that hold them
   */
  record Sql(List<Path> paths) implements SeedSettings {
    public Sql {
      paths = List.copyOf(paths);
    }
  }

  /** A command for the shell. */
  record Command(String line) implements SeedSettings {}
}
