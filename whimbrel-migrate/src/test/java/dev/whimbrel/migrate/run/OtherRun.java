package dev.whimbrel.migrate.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run in another JVM, on the workshop of a folder. */
record OtherRun(Process process, BufferedReader words) {

  /** What such a JVM does: it tells each event and, asked to, stays within the second statement. */
  static final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
      try (var workshop = Workshop.in(Path.of(arguments[0]))) {
        var migrator =
            new Migrator(
                workshop.session(),
                SmallDialect.SQLITE,
                workshop.directory(),
                event -> tell(event, arguments.length > 1),
                Clock.systemUTC());
        System.out.println("applied " + migrator.migrate(Optional.empty()).applied().size());
      }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(RunEvent event, boolean stay) {
      System.out.println(event.getClass().getSimpleName() + " " + event.id().name());
      if (stay
          && event instanceof RunEvent.StatementDone done
          && done.id().name().equals("second")) {
        waitForTheEnd();
      }
    }

    private static void waitForTheEnd() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static OtherRun start(Path folder, String... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                folder.toString()));
    command.addAll(List.of(more));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new OtherRun(process, process.inputReader());
  }

  void waitFor(String line) throws IOException {
    for (String word = words.readLine(); word != null; word = words.readLine()) {
      if (word.equals(line)) {
        return;
      }
    }
    throw new AssertionError("the other run ended without " + line);
  }
}
