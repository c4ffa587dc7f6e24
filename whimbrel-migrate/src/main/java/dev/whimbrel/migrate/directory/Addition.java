package dev.whimbrel.migrate.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A migration on its way into its directory: written under a hidden name, then renamed. */
record Addition(Path folder, MigrationId id) {
  private static final String UNFINISHED = ".unfinished-";

  static boolean isUnfinished(Path entry) {
    return String.valueOf(entry.getFileName()).contains(UNFINISHED);
  }

  void write(SortedMap<String, String> files) {
    if (Files.exists(target())) {
      throw new DirectoryException(
          target() + " is there already; nothing was written. Choose another name.");
    }
    Path hidden = hidden();
    try {
      Files.createDirectories(folder);
      Files.createDirectory(hidden);
      writeAll(hidden, files);
      Files.move(hidden, target(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException problem) {
      remove(hidden, problem);
      throw unwritable(problem);
    }
  }

  private Path target() {
    return folder.resolve(id.value());
  }

  /** The process in the name keeps two runs from writing into one hidden folder. */
  private Path hidden() {
    return folder.resolve("." + id + UNFINISHED + ProcessHandle.current().pid());
  }

  private static void writeAll(Path hidden, SortedMap<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      writeThrough(hidden.resolve(file.getKey()), file.getValue());
    }
  }

  /** Onto the disk before the rename: else a power cut could leave the name without the text. */
  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void remove(Path hidden, IOException problem) {
    if (Files.notExists(hidden)) {
      return;
    }
    try (Stream<Path> files = Files.list(hidden)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(hidden);
    } catch (IOException second) {
      problem.addSuppressed(second);
    }
  }

  private DirectoryException unwritable(IOException problem) {
    return new DirectoryException(
        "The migration %s cannot be written into %s: %s. Nothing was written. Give yourself the right to write there, or name another folder."
            .formatted(id, folder, Texts.reason(problem)),
        problem);
  }
}
