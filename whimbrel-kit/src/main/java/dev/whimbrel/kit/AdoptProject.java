package dev.whimbrel.kit;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.ConfigurationReader;
import dev.whimbrel.kit.layout.FlywaySettings;
import dev.whimbrel.kit.layout.FoundFolder;
import dev.whimbrel.kit.layout.Recognition;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.layout.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Begins a project in which another tool was at work: finds its migrations, says where they are.
 */
public final class AdoptProject {
  private static final String ANY = "auto";

  private final Path folder;
  private final Dialects dialects;

  public AdoptProject(Path folder, Dialects dialects) {
    this.folder = folder;
    this.dialects = dialects;
  }

  /**
   * What is wanted.
   *
   * @param from the layout, or {@code auto}
   * @param migrations the folder that holds them, where more than one could be meant
   * @param dialect the name of the database, where the folder does not say it
   * @param url of the database, which may say it too
   * @param force whether a configuration that is there may be overwritten
   */
  public record Request(
      String from,
      Optional<Path> migrations,
      Optional<String> dialect,
      Optional<String> url,
      boolean force) {}

  /**
   * What came of it.
   *
   * @param migrations how many there are
   */
  public record Result(Path file, Layout layout, Path folder, int migrations) {}

  /**
   * Writes the configuration.
   *
   * @throws ConfigurationException if no folder is found, or more than one
   */
  public Result run(Request request) {
    FoundFolder found = found(request);
    String dialect = dialect(request, found);
    dialects.named(dialect);
    var files = new TreeMap<Path, String>();
    Path file = folder.resolve(ConfigurationReader.FILE_NAME);
    files.put(file, text(found, dialect));
    new NewFiles(files).write(request.force());
    return new Result(file, found.layout(), folder.relativize(found.folder()), found.size());
  }

  private FoundFolder found(Request request) {
    Path root = request.migrations().map(folder::resolve).orElse(folder).normalize();
    List<FoundFolder> found =
        new Recognition(root)
            .folders().stream().filter(each -> isMeant(request.from(), each)).toList();
    if (found.size() != 1) {
      throw new ConfigurationException(found.isEmpty() ? none(request, root) : many(found));
    }
    return found.getFirst();
  }

  private static boolean isMeant(String from, FoundFolder found) {
    return from.equals(ANY) || named(from) == found.layout();
  }

  private static Layout named(String from) {
    return Layout.named(from)
        .orElseThrow(() ->
            new ConfigurationException(
                "There is no layout \"%s\"; there are %s, and auto, which looks for any."
                    .formatted(from, String.join(", ", Layout.words()))));
  }

  private static String none(Request request, Path root) {
    return "No migrations%s were found in %s. Name their folder with --migrations."
        .formatted(request.from().equals(ANY) ? "" : " in the layout " + request.from(), root);
  }

  private String many(List<FoundFolder> found) {
    return "More than one folder holds migrations:\n%s\nName one with --migrations."
        .formatted(
            found.stream()
                .map(each ->
                    "  %s (%s, %d of them)"
                        .formatted(
                            folder.relativize(each.folder()), each.layout().word(), each.size()))
                .collect(Collectors.joining("\n")));
  }

  private String dialect(Request request, FoundFolder found) {
    return request
        .dialect()
        .or(found::dialect)
        .or(() -> request.url().map(this::speaking))
        .orElse("postgresql");
  }

  private String speaking(String url) {
    ConnectionUrl parsed = ConnectionUrl.parse(url);
    return dialects.speaking(parsed.jdbcUrl(), parsed.shown()).name();
  }

  private String text(FoundFolder found, String dialect) {
    return """
    # The database: postgresql or sqlite.
    dialect: %s

    # Where the schema is written; "whimbrel pull" writes it from a database that is there.
    schema: schema

    # Migrations stay where they are. "history: alongside" keeps the other tool's history up to date
    # as well, so that it still agrees; "once" takes it over.
    migrations:
      layout: %s
      folder: %s
      history: once
    %s
    # ${VARIABLES} come from the environment, or from a file .env beside this one.
    database:
      url: ${DATABASE_URL}
    """
        .formatted(dialect, found.layout().word(), shown(found.folder()), more(found));
  }

  private String shown(Path place) {
    return folder.relativize(place).toString().replace('\\', '/');
  }

  private String more(FoundFolder found) {
    if (found.layout() != Layout.FLYWAY) {
      return "";
    }
    FlywaySettings settings = FlywaySettings.in(folder);
    var lines = new StringBuilder();
    settings.table().ifPresent(table -> lines.append("  table: ").append(table).append('\n'));
    if (!settings.placeholders().isEmpty()) {
      lines.append("  placeholders:\n");
      new TreeMap<>(settings.placeholders())
          .forEach((name, value) ->
              lines.append("    %s: %s%n".formatted(name, new Json.Text(value).indented())));
    }
    return lines.toString();
  }
}
