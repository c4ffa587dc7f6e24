package dev.whimbrel.scratch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A running PostgreSQL with a data folder of its own; both go when it is closed. */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PORTS = 5;

  private final ServerAddress address;
  private final RunFolder folder;
  private final Keeper keeper;
  private final Thread atExit = new Thread(this::end, "scratch-server-end");

  private EmbeddedPostgres(ServerAddress address, RunFolder folder, Keeper keeper) {
    this.address = address;
    this.folder = folder;
    this.keeper = keeper;
  }

  static EmbeddedPostgres start(Installation installation, Path cache, Launch launch) {
    return start(installation, installation.template(), cache, launch);
  }

  /**
   * Starts a server.
   *
   * @param data the folder that its data folder begins as a copy of
   */
  static EmbeddedPostgres start(Installation installation, Path data, Path cache, Launch launch) {
    try {
      return new Start(installation, data, cache, launch).run();
    } catch (IOException e) {
      throw new ScratchException(
          "PostgreSQL could not be started from %s; remove that folder and start again"
              .formatted(installation.folder()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScratchException("Interrupted while PostgreSQL started; start again", e);
    }
  }

  ServerAddress address() {
    return address;
  }

  Path data() {
    return folder.data();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook does the rest
    }
    end();
  }

  private void end() {
    keeper.close();
    try {
      folder.close();
    } catch (IOException e) {
      return; // the next start removes what is left
    }
  }

  /** The way from an installation to a server that answers. */
  private record Start(Installation installation, Path original, Path cache, Launch launch) {

    EmbeddedPostgres run() throws IOException, InterruptedException {
      var folder = RunFolder.fresh(cache);
      try {
        new FolderTree(original).copyTo(folder.data());
        launch.handOver(new FolderTree(folder.data()));
        var postgres = onFreePort(folder);
        Runtime.getRuntime().addShutdownHook(postgres.atExit);
        return postgres;
      } catch (IOException | InterruptedException | RuntimeException e) {
        folder.close();
        throw e;
      }
    }

    /** Someone may take a port between our finding it free and PostgreSQL's taking it. */
    private EmbeddedPostgres onFreePort(RunFolder folder) throws IOException, InterruptedException {
      for (int i = 0; i < PORTS; i++) {
        var postgres = onPort(folder, freePort());
        if (postgres.isPresent()) {
          return postgres.get();
        }
      }
      throw new ScratchException(
          "PostgreSQL did not start; its last words:%n%s".formatted(new LogTail(folder.log())));
    }

    private Optional<EmbeddedPostgres> onPort(RunFolder folder, int port)
        throws IOException, InterruptedException {
      var keeper = Keeper.start(command(folder, port));
      try {
        if (ready(folder, keeper.process())) {
          var address = ServerAddress.loopback(port, Installation.USER, installation.password());
          return Optional.of(new EmbeddedPostgres(address, folder, keeper));
        }
      } catch (IOException | InterruptedException | RuntimeException e) {
        keeper.close();
        throw e;
      }
      keeper.close();
      return Optional.empty();
    }

    private ProcessBuilder command(RunFolder folder, int port) {
      return new ProcessBuilder(launch.guarded(installation.postgres(folder.data(), port)))
          .directory(folder.path().toFile())
          .redirectErrorStream(true)
          .redirectOutput(folder.log().toFile());
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    /** Whether it answers; if not, because the port was taken. */
    private static boolean ready(RunFolder folder, Process process)
        throws IOException, InterruptedException {
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (!saysReady(folder.data().resolve("postmaster.pid"))) {
        if (!process.isAlive() && new LogTail(folder.log()).contains("could not bind")) {
          return false;
        }
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new ScratchException(
              "PostgreSQL did not start in %s; its last words:%n%s"
                  .formatted(folder.path(), new LogTail(folder.log())));
        }
        Thread.sleep(3);
      }
      return true;
    }

    /** PostgreSQL writes its state into the eighth line. */
    private static boolean saysReady(Path file) throws IOException {
      if (!Files.exists(file)) {
        return false;
      }
      var lines = Files.readAllLines(file);
      return lines.size() > 7 && lines.get(7).startsWith("ready");
    }
  }
}
