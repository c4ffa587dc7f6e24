package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between a client and a server, on which things go wrong when somebody says so. */
final class Wire implements AutoCloseable {
  /** How the line is. */
  enum State {
    WHOLE,
    /** What is sent gets lost on the way, and nobody is told. */
    HUNG,
    /** What the client sends arrives; at the first answer the line is cut. */
    ANSWER_LOST,
    CUT
  }

  private final ServerSocket door;
  private final ConnectionUrl server;
  private final List<Closeable> ends = new CopyOnWriteArrayList<>();
  private volatile State state = State.WHOLE;

  Wire(ConnectionUrl server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    inBackground(this::accept);
  }

  /** How to come to the server by way of this line. */
  ConnectionUrl url() {
    return new ConnectionUrl(
        "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + address().getPath(),
        server.user(),
        server.password());
  }

  void become(State other) {
    state = other;
    if (other == State.CUT) {
      cut();
    }
  }

  @Override
  public void close() {
    state = State.CUT;
    cut();
    end(door);
  }

  private URI address() {
    return URI.create(server.jdbcUrl().substring("jdbc:".length()));
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        var target = new Socket(address().getHost(), address().getPort());
        ends.addAll(List.of(client, target));
        inBackground(() -> carry(client, target, false));
        inBackground(() -> carry(target, client, true));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[65536];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (answers && state == State.ANSWER_LOST) {
          become(State.CUT);
        }
        if (state != State.HUNG) {
          out.write(buffer, 0, count);
        }
      }
    } catch (IOException cut) {
      end(from);
      end(to);
    }
  }

  private void cut() {
    ends.forEach(Wire::end);
  }

  private static void end(Closeable end) {
    try {
      end.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void inBackground(Runnable work) {
    Thread.ofVirtual().start(work);
  }
}
