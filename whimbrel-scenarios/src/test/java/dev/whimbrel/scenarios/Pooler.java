package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PgBouncer in transaction mode, in front of a server. */
record Pooler(Process process, ConnectionUrl url) implements AutoCloseable {
  /** Where it is installed, or where {@code WHIMBREL_PGBOUNCER} says. */
  static Optional<Path> program() {
    return Stream.of(
            Optional.ofNullable(System.getenv("WHIMBREL_PGBOUNCER")).orElse(""),
            "/usr/sbin/pgbouncer",
            "/usr/bin/pgbouncer",
            "/usr/local/bin/pgbouncer")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Pooler start(Path program, Path folder, ConnectionUrl server) throws Exception {
    URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
    int port = freePort();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path users = folder.resolve("users.txt");
    Files.writeString(
        users, "\"%s\" \"%s\"%n".formatted(server.user().orElse(""), server.password().orElse("")));
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(settings, settings(address, port, users));
    var command = new ArrayList<>(List.of(program.toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(settings.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    await(port, process, folder);
    return new Pooler(
        process,
        new ConnectionUrl(
            "jdbc:postgresql://127.0.0.1:" + port + address.getPath(),
            server.user(),
            server.password()));
  }

  private static String settings(URI address, int port, Path users) {
    return """
    [databases]
    * = host=127.0.0.1 port=%d

    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = %d
    unix_socket_dir =
    auth_type = trust
    auth_file = %s
    pool_mode = transaction
    default_pool_size = 4
    ignore_startup_parameters = extra_float_digits
    """
        .formatted(address.getPort(), port, users);
  }

  private static void await(int port, Process process, Path folder) throws Exception {
    for (int tries = 0; tries < 100 && process.isAlive(); tries++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(
        "PgBouncer does not start: " + Files.readString(folder.resolve("pgbouncer.log")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
