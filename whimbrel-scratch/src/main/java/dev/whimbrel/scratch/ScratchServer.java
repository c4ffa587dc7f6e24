package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A PostgreSQL server that hands out databases to try things in. */
public final class ScratchServer implements AutoCloseable {
  /** The database of a server that was remembered. */
  public static final String REMEMBERED = "whimbrel_remembered";

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

  /**
   * Starts a server of our own whose data stays in this folder until the next time; for development
   * only. One process at a time has it, and another waits for its end.
   */
  public static ScratchServer kept(Path folder) {
    var launch = Launch.first();
    var cache = CacheFolder.usual(System.getenv(), launch);
    var installation = new InstallationCache(cache.path(), launch).installation();
    var postgres = EmbeddedPostgres.startKept(installation, folder.toAbsolutePath(), launch);
    return new ScratchServer(postgres.address(), Optional.of(postgres));
  }

  /** Uses a server that runs already, from PostgreSQL 12 on; databases found there stay as is. */
  public static ScratchServer at(String url, String user, String password) {
    return new ScratchServer(ServerAddress.parse(url, user, password), Optional.empty());
  }

  /** A server that was remembered, and under which key. */
  public record Remembered(String key, ScratchServer server) {}

  /**
   * Starts a server of our own as another one was when it was remembered under the first of these
   * keys under which one was; nothing if none was.
   */
  public static Optional<Remembered> remembered(List<String> keys) {
    var launch = Launch.first();
    var cache = CacheFolder.usual(System.getenv(), launch);
    var installation = new InstallationCache(cache.path(), launch).installation();
    return keys.stream()
        .filter(key -> RememberedCluster.under(installation, key).isThere())
        .findFirst()
        .flatMap(key -> remembered(key, installation, cache, launch));
  }

  private static Optional<Remembered> remembered(
      String key, Installation installation, CacheFolder cache, Launch launch) {
    try {
      var data = RememberedCluster.under(installation, key).touched();
      var postgres = EmbeddedPostgres.startFrom(installation, data, cache.path(), launch);
      var server = new ScratchServer(postgres.address(), Optional.of(postgres));
      return Optional.of(new Remembered(key, server));
    } catch (IOException | ScratchException gone) {
      return Optional.empty(); // another process made room; it can be made again
    }
  }

  /**
   * Remembers this server as it is under a key; the database is called {@link #REMEMBERED} from
   * then on, here and there. Nobody may be connected to it or write meanwhile. A folder that cannot
   * be written is no failure: nothing is remembered then.
   */
  public void remember(String key, String database) {
    if (embedded.isEmpty()) {
      return;
    }
    var launch = Launch.first();
    var cache = CacheFolder.usual(System.getenv(), launch);
    var installation = new InstallationCache(cache.path(), launch).installation();
    try {
      maker.rename(database);
      RememberedCluster.under(installation, key).keep(embedded.get().data());
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
