package dev.whimbrel.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whimbrel.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/** A folder in which commands are typed. */
record CommandLine(Path folder) {
  /** What a command said and how it ended. */
  record Ending(int exitCode, String out) {}

  CommandLine file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A migration by hand, with its way back. */
  CommandLine migration(String id, String up, String down) {
    return file("migrations/" + id + "/migration.sql", up)
        .file("migrations/" + id + "/down.sql", down);
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of the one migration with that name. */
  String text(String migration, String file) {
    return text(folder.relativize(place(migration)).resolve(file).toString());
  }

  /** Where the one migration with that name lies. */
  Path place(String migration) {
    try (Stream<Path> all = Files.list(folder.resolve("migrations"))) {
      return all.filter(each -> each.toString().endsWith("_" + migration))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ending whimbrel(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, UTF_8);
    int exitCode = Main.run(folder, Map.of(), Clock.systemUTC(), out, out, arguments);
    return new Ending(exitCode, bytes.toString(UTF_8));
  }
}
