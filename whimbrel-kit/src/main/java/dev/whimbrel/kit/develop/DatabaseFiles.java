package dev.whimbrel.kit.develop;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.OutputException;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files in which a database lives, the database itself first. */
record DatabaseFiles(List<Path> paths, String beginning) {
  DatabaseFiles {
    paths = List.copyOf(paths);
  }

  /** The files; empty if the database lives elsewhere. */
  static Optional<DatabaseFiles> of(Dialect dialect, ConnectionUrl url) {
    return dialect
        .files(url.jdbcUrl())
        .map(files ->
            new DatabaseFiles(files.paths().stream().map(Path::of).toList(), files.beginning()));
  }

  boolean exist() {
    return paths.stream().anyMatch(Files::exists);
  }

  /**
   * Looks whether the file is a database at all, since a URL may be mistyped.
   *
   * @throws ProtectedException if it is something else
   */
  void requireDatabase() {
    Path file = paths.getFirst();
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] start = bytes.readNBytes(beginning.length());
      if (start.length > 0 && !new String(start, StandardCharsets.US_ASCII).equals(beginning)) {
        throw new ProtectedException(
            "%s is another kind of file than the database that the URL names, so it was left as it is. Mend the URL, or remove the file yourself."
                .formatted(file));
      }
    } catch (IOException e) {
      throw new OutputException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
    }
  }

  /** Removes what is there of them, the database itself last, and tells what that was. */
  List<Path> remove() {
    var removed = new ArrayList<Path>();
    for (Path path : paths.reversed()) {
      try {
        if (Files.deleteIfExists(path)) {
          removed.add(path);
        }
      } catch (IOException e) {
        throw new OutputException(
            "%s cannot be removed (%s). Removed before it: %s."
                .formatted(path, e.getMessage(), removed),
            e);
      }
    }
    return removed.reversed();
  }
}
