package dev.whimbrel.kit.sql;

import dev.whimbrel.kit.source.SchemaSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The SQL files of a schema, in files and folders. */
record SqlFiles(List<Path> roots) {
  SqlFiles {
    roots = List.copyOf(roots);
  }

  /** Whether SQL is what is written there: a file of that name, or a folder of such and no Java. */
  boolean meant() {
    return roots.stream().anyMatch(root -> named(root, ".sql") || holdsOnlySql(root));
  }

  /** All files, in an order that does not depend on the file system. */
  List<SqlFile> read() {
    var files = new ArrayList<SqlFile>();
    roots.forEach(root -> below(root).forEach(path -> files.add(new SqlFile(path, text(path)))));
    return files;
  }

  private static boolean holdsOnlySql(Path root) {
    return Files.isDirectory(root)
        && files(root, ".java").isEmpty()
        && !files(root, ".sql").isEmpty();
  }

  private static List<Path> below(Path root) {
    if (!Files.exists(root)) {
      throw new SchemaSourceException(
          "The schema is looked for in %s, but that is not there; make it, or name another place in the configuration."
              .formatted(root));
    }
    List<Path> java = files(root, ".java");
    if (!java.isEmpty()) {
      throw new SchemaSourceException(
          "The configuration names SQL and Java as the schema, %s among it. A schema is written in one of them; name that alone."
              .formatted(java.getFirst()));
    }
    return files(root, ".sql");
  }

  private static List<Path> files(Path root, String suffix) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> named(file, suffix) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new SchemaSourceException(root + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static boolean named(Path file, String suffix) {
    return file.toString().endsWith(suffix);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new SchemaSourceException(
          file + " cannot be read as text in UTF-8: " + failure.getMessage(), failure);
    }
  }
}
