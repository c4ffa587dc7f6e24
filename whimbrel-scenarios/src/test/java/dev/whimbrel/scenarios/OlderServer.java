package dev.whimbrel.scenarios;

import dev.whimbrel.scratch.ScratchServer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A scratch server of another major version than the newest one, which all other tests here use.
 * Its binaries lie in {@code target}, where the build puts them.
 */
public final class OlderServer implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "older-server");

  private final Object embedded;
  private final ScratchServer server;

  private OlderServer(Object embedded, ScratchServer server) {
    this.embedded = embedded;
    this.server = server;
  }

  /** One of the major version whose dump tool distributions carry. */
  public static OlderServer start() {
    return start(15);
  }

  /** Starts it; a test is skipped where the binaries are not at hand. */
  public static OlderServer start(int major) {
    Path binaries = FOLDER.resolve("postgres-" + major + ".jar");
    Assumptions.assumeTrue(Files.exists(binaries), binaries + " is not there; run mvn");
    try {
      Class<?> type = loader(binaries).loadClass(ScratchServer.class.getName());
      Object started = type.getMethod("embedded").invoke(null);
      String url = (String) type.getMethod("url", String.class).invoke(started, "postgres");
      String user = (String) type.getMethod("user").invoke(started);
      String password = (String) type.getMethod("password").invoke(started);
      return new OlderServer(started, ScratchServer.at(url, user, password));
    } catch (ReflectiveOperationException | MalformedURLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public ScratchServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    try {
      embedded.getClass().getMethod("close").invoke(embedded);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The scratch server's classes once more, with other binaries on their class path. */
  private static ClassLoader loader(Path binaries) throws MalformedURLException {
    URL classes = ScratchServer.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] path = {binaries.toUri().toURL(), classes};
    return new URLClassLoader(path, new WithoutServer(OlderServer.class.getClassLoader()));
  }

  /** Hides the newest server. */
  private static final class WithoutServer extends ClassLoader {
    WithoutServer(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(ScratchServer.class.getPackageName() + ".")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
      return name.endsWith(".txz") ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
      return Collections.emptyEnumeration();
    }
  }
}
