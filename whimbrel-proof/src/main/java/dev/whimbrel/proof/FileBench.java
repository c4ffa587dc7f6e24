package dev.whimbrel.proof;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Databases that are files, in a temporary folder. */
final class FileBench implements Bench {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  FileBench() {
    try {
      this.folder = Files.createTempDirectory("whimbrel-proof");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No temporary folder could be made; see that there is room", e);
    }
  }

  @Override
  public TrialDatabase create() {
    Path file = folder.resolve("trial-" + files.size() + ".db");
    files.add(file);
    return new TrialDatabase(
        file.toString(),
        () -> JdbcSession.open("jdbc:sqlite:" + file, Optional.empty(), Optional.empty()),
        () -> delete(file));
  }

  @Override
  public TrialDatabase copy(TrialDatabase original) {
    original.rest();
    TrialDatabase copy = create();
    try {
      if (Files.exists(Path.of(original.name()))) {
        Files.copy(Path.of(original.name()), Path.of(copy.name()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("A database could not be copied in " + folder, e);
    }
  }

  @Override
  public void close() {
    files.forEach(FileBench::delete);
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be deleted; delete it by hand", e);
    }
  }
}
