package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder whose data stays from one server to the next. */
record KeptFolder(Path path, Lease lease, String password) implements DataHome {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Makes it where it is not there yet, of a name that says whose major version can read it. */
  static KeptFolder of(Path folder, Installation installation, Launch launch)
      throws IOException, InterruptedException {
    var path = Files.createDirectories(folder.resolveSibling(name(folder, installation)));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    hideFromVersionControl(folder);
    var lease = Lease.take(path.resolve("lock"), PATIENCE);
    try {
      var kept = new KeptFolder(path, lease, password(path, installation));
      kept.fill(installation, launch);
      return kept;
    } catch (IOException | InterruptedException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private static String name(Path folder, Installation installation) throws IOException {
    var version = Files.readString(installation.template().resolve("PG_VERSION")).strip();
    return folder.getFileName() + "-" + version;
  }

  private static void hideFromVersionControl(Path folder) throws IOException {
    var file = folder.resolveSibling(".gitignore");
    if (Files.notExists(file)) {
      Files.writeString(file, "*\n");
    }
  }

  /** The data remembers the password it was made with, whatever becomes of the installation. */
  private static String password(Path path, Installation installation) throws IOException {
    var file = path.resolve("password");
    if (Files.notExists(path.resolve("data"))) {
      Files.deleteIfExists(file);
      var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.writeString(Files.createFile(file, ours), installation.password());
    }
    return Files.readString(file);
  }

  private void fill(Installation installation, Launch launch)
      throws IOException, InterruptedException {
    if (Files.exists(data())) {
      forgetLastServer();
      return;
    }
    var part = new FolderTree(path.resolve("data.part"));
    if (Files.exists(part.root())) {
      part.delete();
    }
    new FolderTree(installation.template()).copyTo(part.root());
    launch.handOver(part);
    Files.move(part.root(), data());
  }

  /** One that was killed left its note, which must not be taken for that of the next. */
  private void forgetLastServer() throws IOException, InterruptedException {
    var note = data().resolve("postmaster.pid");
    if (Files.exists(note)) {
      awaitEnd(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
      Files.deleteIfExists(note);
    }
  }

  private void awaitEnd(long pid) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (isOurServer(pid)) {
      if (System.nanoTime() > end) {
        throw new ScratchException(
            "The PostgreSQL of an earlier run (process %d) still uses %s; end it"
                .formatted(pid, path));
      }
      Thread.sleep(20);
    }
  }

  /** Numbers of processes are used again, so the number alone says nothing. */
  private boolean isOurServer(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains(data().toString()))
        .isPresent();
  }

  /** Unlike in a throw-away folder, what was committed has to outlive a server that is killed. */
  @Override
  public List<String> settings(List<String> command) {
    var all = new ArrayList<>(command);
    all.add("-csynchronous_commit=on");
    return all;
  }

  /** Asked kindly, it leaves nothing to recover; it does not wait long for those connected. */
  @Override
  public void beforeEnd(Process server) {
    server.destroy();
    try {
      server.waitFor(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    lease.close();
  }
}
