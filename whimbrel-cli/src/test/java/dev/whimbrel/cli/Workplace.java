package dev.whimbrel.cli;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder in which commands are typed. */
record Workplace(Path folder, String typedAnswers) {
  static final String USERS =
      """
      import dev.whimbrel.sqlite.dsl.*;
      public final class Users extends SqliteTable {
        public final Column<Integer> id = integer("id").primaryKey();
        public final Column<String> name = text("name").notNull();
      }
      """;

  /** An SQLite project with one table. */
  static Workplace sqlite(Path folder) {
    return new Workplace(folder, "")
        .file(
            "whimbrel.yaml",
            "dialect: sqlite\nschema: schema\ndatabase: {url: \"sqlite:app.db\"}\n")
        .file("schema/Users.java", USERS);
  }

  /** What a command printed, and how it ended. */
  record Ending(int exitCode, String out, String err) {}

  Workplace file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workplace answering(String lines) {
    return new Workplace(folder, lines);
  }

  Ending whimbrel(String... arguments) {
    return whimbrel(new Interrupts(), arguments);
  }

  /** The same, of a command that may be interrupted. */
  Ending whimbrel(Interrupts interrupts, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exitCode = new Door(surroundings(interrupts, out, err)).run(arguments);
    return new Ending(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Changes the database by hand. */
  void sql(String statement) {
    try (var session =
        JdbcSession.open(
            "sqlite:" + folder.resolve("app.db"), Optional.empty(), Optional.empty())) {
      session.execute(statement);
    }
  }

  /** The path of the one migration with that name. */
  Path migration(String name) {
    try (Stream<Path> all = Files.list(folder.resolve("migrations"))) {
      return all.filter(each -> each.toString().endsWith("_" + name)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file but databases, with its text. */
  SortedMap<String, String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      var texts = new TreeMap<String, String>();
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        if (!each.toString().contains(".db")) {
          texts.put(folder.relativize(each).toString(), Files.readString(each));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Surroundings surroundings(
      Interrupts interrupts, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Surroundings(
        "whimbrel",
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new BufferedReader(new StringReader(typedAnswers)),
        Map.of("NO_COLOR", "1"),
        folder,
        !typedAnswers.isEmpty(),
        interrupts,
        Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC),
        new Random(1));
  }
}
