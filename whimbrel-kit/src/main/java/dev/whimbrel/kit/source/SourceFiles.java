package dev.whimbrel.kit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source files of a schema, in files and folders. */
record SourceFiles(List<Path> roots) {
  SourceFiles {
    roots = List.copyOf(roots);
  }

  /** All files, in an order that does not depend on the file system. */
  List<Path> list() {
    List<Path> files = new ArrayList<>();
    roots.forEach(root -> files.addAll(below(root)));
    if (files.isEmpty()) {
      throw new SchemaSourceException(
          "There is no .java file in %s; write a class that extends PostgresTable or SqliteTable there."
              .formatted(named()));
    }
    return files;
  }

  private String named() {
    return String.join(", ", roots.stream().map(Path::toString).toList());
  }

  private static List<Path> below(Path root) {
    if (!Files.exists(root)) {
      throw new SchemaSourceException(
          "The schema is looked for in %s, but that is not there; make it, or name another place in the configuration."
              .formatted(root));
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(SourceFiles::counts).sorted().toList();
    } catch (IOException failure) {
      throw new SchemaSourceException(root + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static boolean counts(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
  }
}
