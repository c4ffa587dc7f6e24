package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and of those below it. */
record SqlFiles(Path folder) {
  /**
   * One of them.
   *
   * @param name where it lies within the folder, with "/" on every system
   */
  record SqlFile(Path path, String name) {
    /** Its name without the folders above it. */
    String lastName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    String text() {
      return new Texts(path)
          .find(path)
          .orElseThrow(() -> new DirectoryException(path + " was deleted while it was read."));
    }
  }

  /** All that are not hidden, by name; those below folders of folders too. */
  List<SqlFile> all() {
    return below(folder).map(path -> new SqlFile(path, name(path))).toList();
  }

  /** Those that lie in the folder itself. */
  List<SqlFile> here() {
    return all().stream().filter(file -> !file.name().contains("/")).toList();
  }

  private Stream<Path> below(Path place) {
    return new Texts(place)
        .entries().stream()
            .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
            .flatMap(entry -> Files.isDirectory(entry) ? below(entry) : Stream.of(entry));
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
