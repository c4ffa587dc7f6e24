package dev.whimbrel.cli;

import dev.whimbrel.kit.EmbeddedDatabase;
import dev.whimbrel.kit.UnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a start would do each time, done once: SQLite's library is unpacked, and the usual commands
 * run, out of sight, for the JVM to note which classes they need. What fails here is left out.
 *
 * <p>The JVM has two ways to keep what it noted. One costs nothing for what is not used and has to
 * hold the compiler; the other is quicker and loads all that it holds, so it must not.
 */
final class WarmUp {
  private final Path folder;

  private WarmUp(Path folder) {
    this.folder = folder;
  }

  /** Takes the folder for the library, or nothing: then only what starts no compiler is run. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("whimbrel-warm-up");
    try {
      if (arguments.length == 0) {
        new WarmUp(folder).runWithoutCompiler();
      } else {
        new SqliteLibrary(Path.of(arguments[0])).unpack();
        new WarmUp(folder).run();
      }
    } finally {
      remove(folder);
    }
    System.exit(0);
  }

  private void run() {
    Path tour = folder.resolve("tour");
    whimbrel(folder, Map.of(), "demo", "--folder", tour.toString());
    whimbrel(folder, Map.of(), "--help");
    whimbrel(folder, Map.of(), "statsu");
    everyDay(tour.resolve("sqlite"), Map.of());
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      everyDay(tour.resolve("postgresql"), DemoCommand.variables(database.settings()));
    } catch (UnavailableException none) {
      // Those who have a server elsewhere load a few of its classes from their jars.
    }
  }

  private void runWithoutCompiler() throws IOException {
    everyHour(written("sqlite", "url: sqlite:app.db"), Map.of());
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      everyHour(written("postgresql", ""), DemoCommand.variables(database.settings()));
    } catch (UnavailableException none) {
      // as above
    }
  }

  /** A project whose migrations were written by hand. */
  private Path written(String dialect, String database) throws IOException {
    Path project = folder.resolve(dialect);
    Path migration = Files.createDirectories(project.resolve("migrations/20260101000000_first"));
    String named = database.isEmpty() ? "" : "database:\n  " + database + "\n";
    Files.writeString(
        project.resolve("whimbrel.yaml"),
        "dialect: %s\nmigrations: migrations\n%s".formatted(dialect, named));
    Files.writeString(migration.resolve("migration.sql"), "CREATE TABLE first (id integer);\n");
    Files.writeString(migration.resolve("down.sql"), "DROP TABLE first;\n");
    return project;
  }

  private void everyHour(Path project, Map<String, String> variables) {
    whimbrel(project, variables, "status");
    whimbrel(project, variables, "migrate");
    whimbrel(project, variables, "migrate");
    whimbrel(project, variables, "status");
    whimbrel(project, variables, "rollback");
  }

  private void everyDay(Path project, Map<String, String> variables) {
    whimbrel(project, variables, "status");
    whimbrel(project, variables, "migrate", "--dry-run");
    whimbrel(project, variables, "migrate");
    whimbrel(project, variables, "migrate", "--json");
    whimbrel(project, variables, "generate");
    whimbrel(project, variables, "pull", "--java", "pulled");
    whimbrel(project, variables, "pull", "--sql", "pulled.sql");
    whimbrel(project, variables, "rollback");
  }

  /** The cache of compiled schemas is another one, or the compiler would not be needed. */
  private void whimbrel(Path place, Map<String, String> variables, String... arguments) {
    var silence = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var environment = new HashMap<>(variables);
    environment.put("WHIMBREL_CACHE", folder.resolve("cache").toString());
    Main.run(place, environment, Clock.systemUTC(), silence, silence, arguments);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
