package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Unpacks PostgreSQL once. The work is done in a folder of another name that is renamed when whole,
 * and under a lock, so that a process which dies leaves nothing that the next takes for whole.
 */
final class InstallationCache {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path cache;
  private final Launch launch;

  InstallationCache(Path cache, Launch launch) {
    this.cache = cache;
    this.launch = launch;
  }

  Installation installation() {
    try {
      return installation(Binaries.ofThisMachine());
    } catch (IOException e) {
      throw new ScratchException(
          "PostgreSQL could not be unpacked in %s; see that there are 150 MB free".formatted(cache),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScratchException("Interrupted while PostgreSQL was unpacked; start again", e);
    }
  }

  private Installation installation(Binaries binaries) throws IOException, InterruptedException {
    var installation = new Installation(cache.resolve(name(binaries)));
    if (!installation.whole()) {
      var lease = Lease.take(sibling(installation, "lock"), PATIENCE);
      try (lease) {
        if (!installation.whole()) {
          make(installation, binaries);
        }
      }
    }
    return installation;
  }

  private String name(Binaries binaries) throws IOException {
    return binaries.folderName() + (launch.handsOver() ? "-nobody" : "");
  }

  private static Path sibling(Installation installation, String ending) {
    return installation.folder().resolveSibling(installation.folder().getFileName() + "." + ending);
  }

  private void make(Installation installation, Binaries binaries)
      throws IOException, InterruptedException {
    var part = new Installation(sibling(installation, "part"));
    remove(part);
    remove(installation);
    binaries.unpackTo(Files.createDirectory(part.folder()));
    writePassword(part);
    initialise(part);
    Files.move(part.folder(), installation.folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void remove(Installation installation) throws IOException {
    if (Files.exists(installation.folder())) {
      new FolderTree(installation.folder()).delete();
    }
  }

  private static void writePassword(Installation part) throws IOException {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(part.passwordFile(), ours);
    Files.writeString(part.passwordFile(), HexFormat.of().formatHex(bytes));
  }

  /** Who PostgreSQL runs as may be unable to write beside it, so both files get a folder. */
  private void initialise(Installation part) throws IOException, InterruptedException {
    var workshop = Files.createDirectory(part.folder().resolve("workshop"));
    var password = Files.copy(part.passwordFile(), workshop.resolve("password"));
    launch.handOver(new FolderTree(workshop));
    run(part, workshop, password);
    Files.move(workshop.resolve("data"), part.template(), StandardCopyOption.ATOMIC_MOVE);
    new FolderTree(workshop).delete();
  }

  private void run(Installation part, Path workshop, Path password)
      throws IOException, InterruptedException {
    var log = part.folder().resolve("initdb.log");
    var builder =
        new ProcessBuilder(launch.plain(part.initdb(workshop.resolve("data"), password)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TZ", "UTC");
    var process = builder.start();
    process.getOutputStream().close();
    if (process.waitFor() != 0) {
      throw new ScratchException(
          "initdb failed in %s; its last words:%n%s".formatted(part.folder(), new LogTail(log)));
    }
  }
}
