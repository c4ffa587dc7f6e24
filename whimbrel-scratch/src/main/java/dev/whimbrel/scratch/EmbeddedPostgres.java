package dev.whimbrel.scratch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A running PostgreSQL with a data folder of its own; it ends when it is closed. */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PORTS = 5;

  private final ServerAddress address;
  private final DataHome folder;
  private final Keeper keeper;
  private final Thread atExit = new Thread(this::end, "scratch-server-end");

  private EmbeddedPostgres(ServerAddress address, DataHome folder, Keeper keeper) {
    this.address = address;
    this.folder = folder;
    this.keeper = keeper;
  }

  /** One whose data goes when it is closed. */
  static EmbeddedPostgres start(Installation installation, Path cache, Launch launch) {
    return startFrom(installation, installation.template(), cache, launch);
  }

  /** One whose data begins as a copy of this folder, and goes when it is closed. */
  static EmbeddedPostgres startFrom(
      Installation installation, Path original, Path cache, Launch launch) {
    return start(
        installation, launch, () -> RunFolder.fresh(cache, installation, original, launch));
  }

  /** One whose data stays. */
  static EmbeddedPostgres startKept(Installation installation, Path folder, Launch launch) {
    return start(installation, launch, () -> KeptFolder.of(folder, installation, launch));
  }

  private static EmbeddedPostgres start(
      Installation installation, Launch launch, DataHome.Making home) {
    try {
      return new Start(installation, launch).in(home.make());
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
    folder.beforeEnd(keeper.process());
    keeper.close();
    try {
      folder.close();
    } catch (IOException e) {
      return; // the next start removes what is left
    }
  }

  /** The way from an installation to a server that answers. */
  private record Start(Installation installation, Launch launch) {

    EmbeddedPostgres in(DataHome folder) throws IOException, InterruptedException {
      try {
        var postgres = onFreePort(folder);
        Runtime.getRuntime().addShutdownHook(postgres.atExit);
        return postgres;
      } catch (IOException | InterruptedException | RuntimeException e) {
        folder.close();
        throw e;
      }
    }

    /** Someone may take a port between our finding it free and PostgreSQL's taking it. */
    private EmbeddedPostgres onFreePort(DataHome folder) throws IOException, InterruptedException {
      for (int i = 0; i < PORTS; i++) {
        var postgres = onPort(folder, freePort());
        if (postgres.isPresent()) {
          return postgres.get();
        }
      }
      throw new ScratchException(
          "PostgreSQL did not start; its last words:%n%s".formatted(new LogTail(folder.log())));
    }

    private Optional<EmbeddedPostgres> onPort(DataHome folder, int port)
        throws IOException, InterruptedException {
      var keeper = Keeper.start(command(folder, port));
      try {
        if (ready(folder, keeper.process())) {
          var address = ServerAddress.loopback(port, Installation.USER, folder.password());
          return Optional.of(new EmbeddedPostgres(address, folder, keeper));
        }
      } catch (IOException | InterruptedException | RuntimeException e) {
        keeper.close();
        throw e;
      }
      keeper.close();
      return Optional.empty();
    }

    private ProcessBuilder command(DataHome folder, int port) {
      return new ProcessBuilder(
              launch.guarded(folder.settings(installation.postgres(folder.data(), port))))
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
    private static boolean ready(DataHome folder, Process process)
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
