package dev.whimbrel.scratch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tukaani.xz.XZInputStream;

/** A JVM that starts a server, says where, and waits to be killed or told to end. */
record OtherProcess(Process process, BufferedReader words) implements AutoCloseable {

  /** What such a JVM does; its standard input holds it up. */
  static final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
      try (var server = server(List.of(arguments));
          var database = server.create();
          var connection = database.connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SHOW data_directory")) {
        rows.next();
        System.out.println(rows.getString(1));
        var unused = System.in.read();
      }
    }

    private static ScratchServer server(List<String> arguments) {
      var watched = Launch.ways(Launch.isRoot()).getLast();
      return switch (arguments.size()) {
        case 0 -> ScratchServer.embedded();
        case 1 -> ScratchServer.embedded(Path.of(arguments.getFirst()));
        default -> // without setpriv
            ScratchServer.start(watched, CacheFolder.at(Path.of(arguments.getFirst()), watched));
      };
    }
  }

  static OtherProcess start(Path cache, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of(more));
    arguments.addFirst(cache.toString());
    return start(List.of(), classPath(), arguments, Map.of());
  }

  static OtherProcess start(
      List<String> prefix,
      List<Path> classPath,
      List<String> arguments,
      Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().remove("WHIMBREL_CACHE");
    builder.environment().putAll(environment);
    var process = builder.start();
    return new OtherProcess(process, process.inputReader());
  }

  static List<Path> classPath() throws IOException, URISyntaxException, ClassNotFoundException {
    var paths = new ArrayList<Path>();
    for (var type :
        List.of(
            ScratchServer.class,
            Main.class,
            XZInputStream.class,
            Class.forName("org.postgresql.Driver"))) {
      paths.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    var archive = (JarURLConnection) Binaries.ofThisMachine().archive().openConnection();
    paths.add(Path.of(archive.getJarFileURL().toURI()));
    return paths;
  }

  /** The data folder of its server, once that runs. */
  Path data() throws IOException {
    var line = words.readLine();
    if (line == null) {
      throw new IOException("the process ended without a server");
    }
    return Path.of(line);
  }

  /** The number of the server's first process. */
  static long server(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Tells it to end, and gives how it did. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
