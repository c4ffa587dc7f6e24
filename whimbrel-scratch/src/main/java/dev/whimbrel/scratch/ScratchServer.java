package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A PostgreSQL server that hands out databases to try things in. */
public final class ScratchServer implements AutoCloseable {
  /** The database of a server that was kept. */
  public static final String KEPT = "whimbrel_kept";

  private final ServerAddress address;
  private final DatabaseMaker maker;
  private final Optional<EmbeddedPostgres> embedded;
  private final Set<ScratchDatabase> open = ConcurrentHashMap.newKeySet();

  private ScratchServer(ServerAddress address, Optional<EmbeddedPostgres> embedded) {
    this.address = address;
    this.maker = new DatabaseMaker(address);
    this.embedded = embedded;
  }

  /**
   * Starts a server of our own. What it needs is kept in {@code WHIMBREL_CACHE}, or else where this
   * machine keeps caches; it ends when it is closed or this process dies.
   */
  public static ScratchServer embedded() {
    var launch = Launch.first();
    return start(launch, CacheFolder.usual(System.getenv(), launch));
  }

  /** Like {@link #embedded()}, with what it needs kept in this folder. */
  public static ScratchServer embedded(Path cacheFolder) {
    var launch = Launch.first();
    return start(launch, CacheFolder.at(cacheFolder, launch));
  }

  /** Uses a server that runs already, from PostgreSQL 13 on; databases found there stay as is. */
  public static ScratchServer at(String url, String user, String password) {
    return new ScratchServer(ServerAddress.parse(url, user, password), Optional.empty());
  }

  /** A server that was kept, and under which key. */
  public record Kept(String key, ScratchServer server) {}

  /**
   * Starts a server of our own as another one was when it was kept under the first of these keys
   * under which one was; nothing if none was.
   */
  public static Optional<Kept> kept(List<String> keys) {
    var launch = Launch.first();
    var cache = CacheFolder.usual(System.getenv(), launch);
    var installation = new InstallationCache(cache.path(), launch).installation();
    return keys.stream()
        .filter(key -> KeptCluster.under(installation, key).isThere())
        .findFirst()
        .flatMap(key -> kept(key, installation, cache, launch));
  }

  private static Optional<Kept> kept(
      String key, Installation installation, CacheFolder cache, Launch launch) {
    try {
      var data = KeptCluster.under(installation, key).touched();
      var postgres = EmbeddedPostgres.start(installation, data, cache.path(), launch);
      var server = new ScratchServer(postgres.address(), Optional.of(postgres));
      return Optional.of(new Kept(key, server));
    } catch (IOException | ScratchException gone) {
      return Optional.empty(); // another process made room; it can be made again
    }
  }

  /**
   * Keeps this server as it is under a key; the database is called {@link #KEPT} from then on, here
   * and there. Nobody may be connected to it or write meanwhile. A folder that cannot be written is
   * no failure: nothing is kept then.
   */
  public void keep(String key, String database) {
    if (embedded.isEmpty()) {
      return;
    }
    var launch = Launch.first();
    var cache = CacheFolder.usual(System.getenv(), launch);
    var installation = new InstallationCache(cache.path(), launch).installation();
    try {
      maker.keep(database);
      KeptCluster.under(installation, key).keep(embedded.get().data());
    } catch (IOException noRoom) {
      return; // a cache that cannot be written only costs time
    }
  }

  static ScratchServer start(Launch launch, CacheFolder cache) {
    var installation = new InstallationCache(cache.path(), launch).installation();
    var postgres = EmbeddedPostgres.start(installation, cache.path(), launch);
    return new ScratchServer(postgres.address(), Optional.of(postgres));
  }

  /** Makes an empty database. */
  public ScratchDatabase create() {
    return createFrom("template0");
  }

  /** Makes a copy of a database of this server, to which nobody may be connected. */
  public ScratchDatabase createFrom(String template) {
    var database = new ScratchDatabase(address, maker.make(template), this::drop);
    open.add(database);
    return database;
  }

  private void drop(ScratchDatabase database) {
    if (open.remove(database)) {
      maker.drop(database.made());
    }
  }

  /** The JDBC URL of a database of this server, without user and password. */
  public String url(String database) {
    return address.url(database);
  }

  public String user() {
    return address.user();
  }

  public String password() {
    return address.password();
  }

  /** Ends the server if it is our own; on another, drops what is still open. */
  @Override
  public void close() {
    if (embedded.isPresent()) {
      open.clear();
      embedded.get().close();
    } else {
      open.forEach(this::drop);
    }
  }
}
