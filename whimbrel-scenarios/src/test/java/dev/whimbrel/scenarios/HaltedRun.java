package dev.whimbrel.scenarios;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.Migrator;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A run in a process of its own, which halts at one of its calls to the database. */
record HaltedRun(Process process, BufferedReader words) {
  /** What the process does. */
  enum Action {
    MIGRATE,
    ROLL_BACK;

    void perform(Session session, Dialect dialect, WhimbrelDirectory directory) {
      var migrator =
          new Migrator(
              session, dialect, directory, event -> {}, Clock.systemUTC(), Duration.ofSeconds(60));
      switch (this) {
        case MIGRATE -> migrator.migrate(Optional.empty());
        case ROLL_BACK -> migrator.rollBack(1);
      }
    }
  }

  /** Where it halts. */
  enum Moment {
    BEFORE,
    /** It says so and makes the call; who kills it then hits it wherever it is. */
    WITHIN
  }

  /** The process. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      ConnectionUrl url =
          new ConnectionUrl(arguments[0], Optional.of(arguments[1]), Optional.of(arguments[2]));
      var directory = new WhimbrelDirectory(Path.of(arguments[3]));
      int point = Integer.parseInt(arguments[5]);
      Moment moment = Moment.valueOf(arguments[6]);
      try (var session = JdbcSession.open(url)) {
        Action.valueOf(arguments[4])
            .perform(
                new HaltingSession(session, halt(point, moment)),
                url.jdbcUrl().startsWith("jdbc:sqlite")
                    ? new SqliteDialect()
                    : new PostgresDialect(),
                directory);
      }
      say("ended");
    }

    private static IntConsumer halt(int point, Moment moment) {
      return number -> {
        if (number == point) {
          say("reached");
        }
        if (number == point + (moment == Moment.WITHIN ? 1 : 0)) {
          waitForTheEnd();
        }
      };
    }

    @SuppressWarnings("SystemOut")
    private static void say(String word) {
      System.out.println(word);
      System.out.flush();
    }

    private static void waitForTheEnd() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static HaltedRun start(ConnectionUrl url, Path folder, Action action, int point, Moment moment)
      throws IOException {
    var process =
        new ProcessBuilder(command(url, folder, action, point, moment))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new HaltedRun(process, process.inputReader());
  }

  /** How the process is started. */
  static List<String> command(
      ConnectionUrl url, Path folder, Action action, int point, Moment moment) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        url.jdbcUrl(),
        url.user().orElse(""),
        url.password().orElse(""),
        folder.toString(),
        action.name(),
        String.valueOf(point),
        moment.name());
  }

  /** Kills it with SIGKILL once it is there. */
  void kill() throws IOException, InterruptedException {
    kill(() -> {});
  }

  /**
   * Kills it once it is there.
   *
   * @param wait comes back when it should be killed
   */
  void kill(Runnable wait) throws IOException, InterruptedException {
    String word = words.readLine();
    if (!"reached".equals(word)) {
      throw new AssertionError("the run said " + word);
    }
    wait.run();
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not die");
    }
  }
}
