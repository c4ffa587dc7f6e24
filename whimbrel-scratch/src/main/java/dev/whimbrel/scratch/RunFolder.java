package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The folder of one server, locked while its process lives and removed with it. */
record RunFolder(Path path, Lease lease, String password) implements DataHome {

  /** Also removes the folders of processes that died without. */
  static RunFolder fresh(Path cache, Installation installation, Path original, Launch launch)
      throws IOException {
    var folder = fresh(cache, installation.password());
    try {
      new FolderTree(original).copyTo(folder.data());
      launch.handOver(new FolderTree(folder.data()));
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private static RunFolder fresh(Path cache, String password) throws IOException {
    var runs = Files.createDirectories(cache.resolve("runs"));
    for (var other : others(runs)) {
      removeIfLeft(other);
    }
    var path = Files.createTempDirectory(runs, thisProcess());
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    return new RunFolder(path, Lease.ifFree(lock(path)).orElseThrow(), password);
  }

  /** All but our own, whose locks we must not touch. */
  private static List<Path> others(Path runs) throws IOException {
    try (var paths = Files.list(runs)) {
      return paths
          .filter(path -> !path.getFileName().toString().startsWith(thisProcess()))
          .toList();
    }
  }

  /** The time keeps apart processes of the same number in two containers. */
  private static String thisProcess() {
    var self = ProcessHandle.current();
    var start = self.info().startInstant().orElse(Instant.EPOCH);
    return "%d-%d-".formatted(self.pid(), start.toEpochMilli());
  }

  /** A server that outlived its process ends itself once its folder is gone. */
  private static void removeIfLeft(Path path) {
    try {
      var lease = free(path);
      if (lease.isPresent()) {
        new RunFolder(path, lease.get(), "").close();
      }
    } catch (IOException e) {
      return; // another process is removing it too, or it is not ours; the next start looks again
    }
  }

  /** A folder without a lock may be about to get one. */
  private static Optional<Lease> free(Path path) throws IOException {
    var old = Files.getLastModifiedTime(path).toInstant().isBefore(Instant.now().minusSeconds(60));
    return old || Files.exists(lock(path)) ? Lease.ifFree(lock(path)) : Optional.empty();
  }

  private static Path lock(Path path) {
    return path.resolve("lock");
  }

  @Override
  public void close() throws IOException {
    try (lease) {
      new FolderTree(path).delete();
    }
  }
}
