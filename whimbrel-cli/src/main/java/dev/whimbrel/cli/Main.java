package dev.whimbrel.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Where the command line begins. */
public final class Main {
  private static final String NAME = "whimbrel";

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = printer(FileDescriptor.out);
    if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
      out.println("whimbrel " + version());
      return;
    }
    System.exit(runAlone(surroundings(out), arguments));
  }

  /** Runs the command of a process; when somebody ends the process, the command gets to know. */
  static int runAlone(Surroundings surroundings, String... arguments) {
    Interrupts interrupts = surroundings.interrupts();
    Runtime.getRuntime().addShutdownHook(new Thread(interrupts::happen, "stop"));
    try {
      if (!SqliteLibrary.isKnown()) {
        surroundings.cache().ifPresent(folder -> new SqliteLibrary(folder.resolve("sqlite")).use());
      }
      return new Door(surroundings).run(arguments);
    } finally {
      interrupts.end();
    }
  }

  /**
   * Runs a command within another program, such as a test, and gives the exit code. Nobody is asked
   * anything.
   *
   * @param folder where it is called
   * @param clock tells the time, of which migrations get their names
   */
  public static int run(
      Path folder,
      Map<String, String> environment,
      Clock clock,
      PrintStream out,
      PrintStream err,
      String... arguments) {
    var nobody = new BufferedReader(Reader.nullReader());
    var surroundings =
        new Surroundings(
            NAME,
            out,
            err,
            nobody,
            environment,
            folder,
            false,
            new Interrupts(),
            clock,
            new Random());
    return new Door(surroundings).run(arguments);
  }

  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  private static Surroundings surroundings(PrintStream out) {
    return new Surroundings(
        System.getProperty("whimbrel.called", NAME),
        out,
        printer(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        terminal(),
        new Interrupts(),
        Clock.systemUTC(),
        new Random());
  }

  /**
   * Whether a person sits at both ends. Our launchers say so, for to ask the JVM means to load a
   * console and its providers.
   */
  private static boolean terminal() {
    String told = System.getProperty("whimbrel.terminal");
    return told == null ? hasConsole() : told.equals("true");
  }

  /** Newer Javas give a console even where nobody sits at one, unless they are told not to. */
  @SuppressWarnings("SystemConsoleNull") // the property makes it null again
  private static boolean hasConsole() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  private static PrintStream printer(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
