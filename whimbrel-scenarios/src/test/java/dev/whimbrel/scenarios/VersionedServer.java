package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.database.DumpText;
import dev.whimbrel.testkit.database.PostgresDump;

/** A server of one major version, and the dump tool that reads it. */
public interface VersionedServer extends AutoCloseable {
  /** The version whose dump tool distributions carry. */
  int USUAL = 15;

  /** The newest version that is known. */
  int NEWEST = 18;

  ScratchServer server();

  /** What the dump tool says of a database, in its own order. */
  DumpText dump(ConnectionUrl url);

  @Override
  void close();

  /** Starts one; a test is skipped where its binaries or its dump tool are not at hand. */
  static VersionedServer start(int major) {
    return major == NEWEST
        ? new Newest(ScratchServer.embedded(), NewestDump.start())
        : new Older(OlderServer.start(major));
  }

  /** One that the distributions' dump tool reads. */
  record Older(OlderServer older) implements VersionedServer {
    @Override
    public ScratchServer server() {
      return older.server();
    }

    @Override
    public DumpText dump(ConnectionUrl url) {
      return new PostgresDump(url).dump();
    }

    @Override
    public void close() {
      older.close();
    }
  }

  /** The newest. */
  record Newest(ScratchServer server, NewestDump tool) implements VersionedServer {
    @Override
    public DumpText dump(ConnectionUrl url) {
      return new DumpText(tool.raw(url, "--no-tablespaces"));
    }

    @Override
    public void close() {
      tool.close();
      server.close();
    }
  }
}
