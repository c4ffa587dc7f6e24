package dev.whimbrel.kit;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A place where a schema is, in one word: what is written, what migrations do, what is there. */
record SchemaPlace(Project project) {
  private static final String DATABASE = "database";

  /**
   * The schema, in normal form.
   *
   * @param place {@code schema}, {@code migrations}, {@code database}, the URL of another database,
   *     or the path of a snapshot, an SQL file, or a folder of sources
   */
  Schema read(String place) {
    return isDatabase(place)
        ? inspected(url(place))
        : project.scoped(project.dialect().normalizer().normalize(written(place)));
  }

  /** Whether it is a database, so that it can be read while something else is. */
  boolean isDatabase(String place) {
    return place.equals(DATABASE) || place.contains(":");
  }

  private ConnectionUrl url(String place) {
    return place.equals(DATABASE) ? project.url() : ConnectionUrl.parse(place);
  }

  private Schema written(String place) {
    return switch (place) {
      case "schema" -> project.source().read().schema();
      case "migrations" -> new Replay(project).last().map(Snapshot::schema).orElse(Schema.empty());
      default -> file(place);
    };
  }

  /** Inspectors tell the normal form. */
  private Schema inspected(ConnectionUrl url) {
    try (JdbcSession session = JdbcSession.open(url)) {
      return project.inspected(session);
    }
  }

  private Schema file(String place) {
    Path path = project.configuration().folder().resolve(place);
    if (!Files.exists(path)) {
      throw new ConfigurationException(
          ("%s is no place of a schema: there is no such file. Name schema, migrations, database, a"
                  + " URL, a snapshot, an SQL file, or a folder of sources.")
              .formatted(place));
    }
    return place.endsWith(".json")
        ? Snapshot.parse(text(path), place).schema()
        : project.source(List.of(path)).read().schema();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new ConfigurationException(file + " cannot be read: " + failure.getMessage());
    }
  }
}
