package dev.whimbrel.kit;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.config.ConfigurationReader;
import dev.whimbrel.kit.source.JavaWriter;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.Naming;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Begins a project: writes its configuration and a first schema. */
public final class InitProject {
  /** Where a database may be; the first that the dialect speaks is written down. */
  private static final List<String> USUAL_URLS =
      List.of("sqlite:app.db", "postgresql://localhost:5432/app");

  private final Path folder;
  private final Dialects dialects;

  public InitProject(Path folder, Dialects dialects) {
    this.folder = folder;
    this.dialects = dialects;
  }

  /**
   * What is wanted.
   *
   * @param dialect the name of the dialect
   * @param force whether files that are there may be overwritten
   */
  public record Request(String dialect, boolean force) {}

  /** What came of it. */
  public sealed interface Result {
    record Written(List<Path> files) implements Result {
      public Written {
        files = List.copyOf(files);
      }
    }
  }

  public Result run(Request request) {
    Dialect dialect = dialects.named(request.dialect());
    var files = new TreeMap<Path, String>();
    files.put(folder.resolve(ConfigurationReader.FILE_NAME), configuration(dialect));
    var writer = new JavaWriter(dialect.name(), "");
    writer
        .write(firstSchema(writer.naming()))
        .forEach((file, text) -> files.put(folder.resolve("schema").resolve(file), text));
    return new Result.Written(new NewFiles(files).write(request.force()));
  }

  private static String configuration(Dialect dialect) {
    return """
    # The database: postgresql or sqlite.
    dialect: %s

    # Where the schema is written: .java files, one class a table.
    schema: schema

    # Where migrations are kept.
    migrations: migrations

    # ${VARIABLES} come from the environment, or from a file .env beside this one.
    database:
      url: ${DATABASE_URL:-%s}
    """
        .formatted(dialect.name(), usualUrl(dialect).orElse(""));
  }

  private static Optional<String> usualUrl(Dialect dialect) {
    return USUAL_URLS.stream()
        .filter(url -> dialect.speaks(ConnectionUrl.parse(url).jdbcUrl()))
        .findFirst();
  }

  private static Schema firstSchema(Naming naming) {
    var text = new DataType.Text(Optional.empty());
    return Schema.of(
        Table.of(
                ObjectName.of("users"),
                Column.of("id", new DataType.Int(64)).notNull(),
                Column.of("email", text).notNull(),
                Column.of("name", text))
            .with(new Constraint.PrimaryKey("", List.of("id")))
            .with(
                new Constraint.Unique(
                    naming.unique("users", List.of("email")), List.of("email"), false)));
  }
}
