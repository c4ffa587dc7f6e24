package dev.whimbrel.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SequencedMap;

/**
 * Files of a folder that are written anew, one after the other, each wholly or not at all.
 *
 * @param texts by their place within the folder
 */
record ChangedFiles(Path folder, SequencedMap<Path, String> texts) {
  void write() {
    texts.forEach((place, text) -> {
      Path file = folder.resolve(place).normalize();
      try {
        writeWhole(file, text);
      } catch (IOException problem) {
        throw new OutputException(
            "%s cannot be written (%s). Give yourself the right to write there, then try again; what was written before it can be deleted."
                .formatted(file, problem.getClass().getSimpleName()),
            problem);
      }
    });
  }

  /** Under another name first, since others may read the file meanwhile. */
  private static void writeWhole(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path hidden = file.resolveSibling("." + file.getFileName() + ".unfinished");
    Files.writeString(hidden, text);
    Files.move(hidden, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
