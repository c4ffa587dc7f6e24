import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs Whimbrel and the databases' own command lines in turns, and prints what they took. */
final class MigrateBench {
  private final Path folder;
  private final int count;
  private final int rounds;

  private MigrateBench(Path folder, int count, int rounds) {
    this.folder = folder;
    this.count = count;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws Exception {
    var bench =
        new MigrateBench(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    bench.write();
    bench.onPostgres();
    bench.onSqlite();
  }

  private void write() throws IOException {
    var all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Path migration =
          Files.createDirectories(
              folder.resolve("migrations").resolve("20260101%06d_step".formatted(i)));
      Path file = migration.resolve("migration.sql");
      Files.writeString(file, script(i));
      Files.writeString(
          migration.resolve("down.sql"), "DROP TABLE t%06d;\n".formatted(i));
      all.append("BEGIN;\n%s ").append(file).append("\nINSERT INTO history VALUES (")
          .append(i).append(", '20260101_step', now_(), 'applied');\nCOMMIT;\n");
    }
    String make =
        "CREATE TABLE history (number bigint PRIMARY KEY, id text NOT NULL, at text, state text);\n";
    Files.writeString(
        folder.resolve("psql.sql"),
        make + all.toString().replace("%s", "\\i").replace("now_()", "now()"));
    Files.writeString(
        folder.resolve("sqlite3.sql"),
        make + all.toString().replace("%s", ".read").replace("now_()", "datetime()"));
  }

  private static String script(int i) {
    return """
    CREATE TABLE t%1$06d (
      id bigint PRIMARY KEY,
      name varchar(100) NOT NULL,
      price integer NOT NULL,
      note text,
      active integer DEFAULT 1 NOT NULL,
      created_at text
    );
    CREATE INDEX t%1$06d_name_idx ON t%1$06d (name);
    """
        .formatted(i);
  }

  private void onPostgres() throws Exception {
    try (var server = ScratchServer.embedded()) {
      List<Long> ours = new ArrayList<>();
      List<Long> theirs = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        try (var database = server.create()) {
          theirs.add(psql(database));
        }
        try (var database = server.create()) {
          ours.add(whimbrel("apply", url(database)));
          if (round == rounds - 1) {
            whimbrel("start", url(database));
          }
        }
      }
      print("postgresql", "psql", theirs, ours);
    }
  }

  private void onSqlite() throws Exception {
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      theirs.add(sqlite3(folder.resolve("theirs-" + round + ".db")));
      var url = ConnectionUrl.parse("sqlite:" + folder.resolve("ours-" + round + ".db"));
      ours.add(whimbrel("apply", url));
      if (round == rounds - 1) {
        whimbrel("start", url);
      }
    }
    print("sqlite", "sqlite3", theirs, ours);
  }

  private void print(String database, String tool, List<Long> theirs, List<Long> ours) {
    long yardstick = median(theirs);
    long whimbrel = median(ours);
    System.out.printf(
        "%-10s %d migrations: %s %d ms %s, whimbrel %d ms %s, ratio %.2f%n",
        database,
        count,
        tool,
        yardstick,
        theirs,
        whimbrel,
        ours,
        (double) whimbrel / yardstick);
  }

  static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static ConnectionUrl url(ScratchDatabase database) {
    return ConnectionUrl.parse(database.url())
        .with(Optional.of(database.user()), Optional.of(database.password()));
  }

  private long psql(ScratchDatabase database) throws Exception {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    var command =
        List.of(
            "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", address.getHost(), "-p",
            String.valueOf(address.getPort()), "-U", database.user(), "-d",
            address.getPath().substring(1), "-f", folder.resolve("psql.sql").toString());
    return timed(command, Map.of("PGPASSWORD", database.password()));
  }

  private long sqlite3(Path file) throws Exception {
    return timed(
        List.of(
            "sqlite3", "-bail", file.toString(), ".read " + folder.resolve("sqlite3.sql")),
        Map.of());
  }

  private long whimbrel(String what, ConnectionUrl url) throws Exception {
    return timed(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MigrateRun.class.getName(),
            what,
            url.jdbcUrl(),
            url.user().orElse(""),
            url.password().orElse(""),
            folder.resolve("migrations").toString()),
        Map.of());
  }

  private static long timed(List<String> command, Map<String, String> environment)
      throws Exception {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    int exit = builder.start().waitFor();
    long took = (System.nanoTime() - begin) / 1_000_000;
    if (exit != 0) {
      throw new IllegalStateException(command.getFirst() + " ended with " + exit);
    }
    return took;
  }
}
