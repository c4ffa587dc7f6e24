package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The data folder of a server as it was at one moment, for processes to come. */
record RememberedCluster(Path folder) {
  private static final int MOST = 4;

  static RememberedCluster under(Installation installation, String key) {
    return new RememberedCluster(folder(installation).resolve(key));
  }

  private static Path folder(Installation installation) {
    return installation.folder().resolve("remembered");
  }

  boolean isThere() {
    return Files.exists(folder.resolve("global").resolve("pg_control"));
  }

  /** Marks it as used, so that it stays when others have to go. */
  Path touched() throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    return folder;
  }

  /** Copies a data folder to where it is found again; a reader never meets half of it. */
  void keep(Path data) throws IOException {
    Path parent = Optional.ofNullable(folder.getParent()).orElseThrow();
    Files.createDirectories(parent);
    Path part = Files.createTempDirectory(parent, "part-").resolve("data");
    new FolderTree(data).copyTo(part);
    Files.deleteIfExists(part.resolve("postmaster.pid"));
    if (!isThere()) {
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    new FolderTree(part.resolveSibling("")).delete();
    prune(parent);
  }

  /** The ones that were not used for longest go. */
  private static void prune(Path parent) throws IOException {
    List<Path> all;
    try (var paths = Files.list(parent)) {
      all = paths.sorted(Comparator.comparing(RememberedCluster::used).reversed()).toList();
    }
    for (Path old : all.subList(Math.min(MOST, all.size()), all.size())) {
      new FolderTree(old).delete();
    }
  }

  private static Instant used(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException gone) {
      return Instant.EPOCH;
    }
  }
}
