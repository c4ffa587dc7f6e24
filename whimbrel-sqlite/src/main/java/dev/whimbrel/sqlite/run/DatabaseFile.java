package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.StoredFiles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where the database of a JDBC URL lies on disk, if it does. */
public final class DatabaseFile {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final String BEGINNING = "SQLite format 3\0";

  private DatabaseFile() {}

  /** The file, and those that SQLite keeps beside it; empty for a database in memory. */
  public static Optional<StoredFiles> of(String jdbcUrl) {
    return path(jdbcUrl)
        .map(path ->
            new StoredFiles(
                List.of(path, path + "-wal", path + "-shm", path + "-journal"), BEGINNING));
  }

  private static Optional<String> path(String jdbcUrl) {
    String rest = jdbcUrl.startsWith(PREFIX) ? jdbcUrl.substring(PREFIX.length()) : "";
    int parameters = rest.indexOf('?');
    String place = parameters < 0 ? rest : rest.substring(0, parameters);
    boolean memory = place.isEmpty() || place.endsWith(":memory:") || rest.contains("mode=memory");
    return memory
        ? Optional.empty()
        : Optional.of(place.startsWith("file:") ? ofUrl(place.substring(5)) : place);
  }

  /** SQLite reads {@code file:} as a URL: with an authority that is empty, and percent signs. */
  private static String ofUrl(String place) {
    String path = place.startsWith("//") ? place.substring(2) : place;
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
