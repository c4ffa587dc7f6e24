package dev.whimbrel.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Files that are about to be written, and do not take the place of others unasked. */
record NewFiles(SortedMap<Path, String> texts) {
  /**
   * Writes them.
   *
   * @param force whether files that are there may be overwritten
   * @throws OutputException if some are there, or a folder does not let us
   */
  List<Path> write(boolean force) {
    List<Path> there = texts.keySet().stream().filter(Files::exists).toList();
    if (!there.isEmpty() && !force) {
      throw new OutputException(
          "%s would be overwritten; nothing was written. Name another folder, or pass --force."
              .formatted(there.stream().map(Path::toString).collect(Collectors.joining(", "))));
    }
    var written = new ArrayList<Path>();
    texts.forEach((file, text) -> written.add(write(file, text)));
    return written;
  }

  private static Path write(Path file, String text) {
    try {
      Optional<Path> folder = Optional.ofNullable(file.getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new OutputException(
          "%s cannot be written (%s). Give yourself the right to write there, or name another folder."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }
}
