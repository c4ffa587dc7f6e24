package dev.whimbrel.kit.config;

import java.nio.file.Path;
import java.util.List;

/** Where the schema is written down. */
public sealed interface SchemaLocation {
  /**
   * In source files, of Java or of SQL.
   *
   * @param paths files, or folders that hold them
   */
  record Sources(List<Path> paths) implements SchemaLocation {
    public Sources {
      paths = List.copyOf(paths);
    }
  }

  /**
   * In compiled classes.
   *
   * @param classpath folders and jars
   * @param packageName the package that holds the tables
   */
  record Classes(List<Path> classpath, String packageName) implements SchemaLocation {
    public Classes {
      classpath = List.copyOf(classpath);
    }
  }
}
