package dev.whimbrel.cli;

import dev.whimbrel.kit.EmbeddedDatabase;
import dev.whimbrel.kit.UnavailableException;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  /** Stands for a folder where only what reads a database is to be run. */
  private static final String PULL = "pull";

  /** As many as are read on two connections. */
  private static final String MANY_TABLES =
      """
      CREATE TYPE mood AS ENUM ('well', 'ill');
      DO $$ BEGIN FOR i IN 1..700 LOOP
        EXECUTE format('CREATE TABLE many_%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, '
          'parent_id bigint %s, name varchar(100) NOT NULL UNIQUE, price numeric(10, 2) DEFAULT 0, '
          'mood mood DEFAULT ''well'', tags text[], at timestamptz NOT NULL DEFAULT now(), '
          'CHECK (price >= 0))', i, CASE WHEN i > 1 THEN 'REFERENCES many_' || i - 1 END);
        EXECUTE format('CREATE INDEX ON many_%s (name, at DESC)', i);
      END LOOP; END $$;
      COMMENT ON TABLE many_1 IS 'the first';
      CREATE VIEW firsts AS SELECT id, name FROM many_1 WHERE price > 1;
      CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      """;

  /**
   * Takes the folder for the library; or {@code pull}, for that command alone; or nothing: then
   * only what starts no compiler is run.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("whimbrel-warm-up");
    try {
      if (arguments.length == 0) {
        new WarmUp(folder).runWithoutCompiler();
      } else if (arguments[0].equals(PULL)) {
        new WarmUp(folder).runPull();
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
    everyHour(written("sqlite", "url: ${DATABASE_URL:-sqlite:app.db}"), Map.of());
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      everyHour(written("postgresql", ""), DemoCommand.variables(database.settings()));
    } catch (UnavailableException none) {
      // as above
    }
  }

  private void runPull() throws IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      Path project = written("postgresql", "");
      Map<String, String> variables = DemoCommand.variables(database.settings());
      pull(project, variables);
      fill(database.settings());
      pull(project, variables);
    } catch (UnavailableException none) {
      // as above
    }
  }

  private void pull(Path project, Map<String, String> variables) {
    whimbrel(project, variables, PULL, "--sql", "pulled.sql", "--force");
    whimbrel(project, variables, PULL, "--java", "pulled", "--force");
  }

  private static void fill(DatabaseSettings settings) {
    try (var session = JdbcSession.open(settings.url(), settings.user(), settings.password())) {
      session.execute(MANY_TABLES);
    }
  }

  /** A project whose migrations were written by hand. */
  private Path written(String dialect, String database) throws IOException {
    Path project = folder.resolve(dialect);
    for (String table : List.of("first", "second", "third")) {
      migration(
          Files.createDirectories(project.resolve("migrations/20260101000000_" + table)), table);
    }
    String named = database.isEmpty() ? "" : "database:\n  " + database + "\n";
    Files.writeString(
        project.resolve("whimbrel.yaml"),
        "# as init writes it\ndialect: %s\n\nschema: schema\nmigrations: migrations\n%s"
            .formatted(dialect, named));
    return project;
  }

  private static void migration(Path folder, String table) throws IOException {
    Files.writeString(
        folder.resolve("migration.sql"), "CREATE TABLE %s (id integer);\n".formatted(table));
    Files.writeString(folder.resolve("down.sql"), "DROP TABLE %s;\n".formatted(table));
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
    environment.put("HOME", folder.toString());
    Main.runAlone(
        new Surroundings(
            "whimbrel",
            silence,
            silence,
            new BufferedReader(Reader.nullReader()),
            environment,
            place,
            false,
            new Interrupts(),
            Clock.systemUTC(),
            new Random()),
        arguments);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
