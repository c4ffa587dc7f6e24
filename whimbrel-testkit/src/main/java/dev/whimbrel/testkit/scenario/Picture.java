package dev.whimbrel.testkit.scenario;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a command could change.
 *
 * @param files what lies in the folder, with its text; folders have none
 * @param schema what is in the database
 * @param history the lines of the history there
 */
record Picture(SortedMap<String, String> files, Schema schema, List<String> history) {
  static Picture of(Path folder, Dialect dialect, Session session) {
    return new Picture(files(folder), schema(dialect, session), history(dialect, session));
  }

  /** Nothing where the database holds what nobody can express. */
  private static Schema schema(Dialect dialect, Session session) {
    try {
      return dialect.inspector().inspect(session);
    } catch (RefusedException inexpressible) {
      return Schema.empty();
    }
  }

  private static SortedMap<String, String> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      var texts = new TreeMap<String, String>();
      for (Path each : all.toList()) {
        texts.put(folder.relativize(each).toString(), text(each));
      }
      return texts;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static List<String> history(Dialect dialect, Session session) {
    try {
      return session.query("SELECT * FROM " + dialect.historyTable().name()).stream()
          .map(row -> row.values().toString())
          .toList();
    } catch (DatabaseException none) {
      return List.of();
    }
  }
}
