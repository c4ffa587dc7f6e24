package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.kit.source.JavaWriter;
import dev.whimbrel.migrate.history.Predecessor;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the schema of a live database down, in Java, in SQL, or both. */
public final class Pull {
  private final Project project;

  public Pull(Project project) {
    this.project = project;
  }

  /**
   * What is wanted.
   *
   * @param java the folder for Java sources
   * @param packageName their package; empty is none
   * @param sql the file for SQL
   * @param force whether files that are there may be overwritten
   */
  public record Request(
      Optional<Path> java, String packageName, Optional<Path> sql, boolean force) {}

  /** What came of it. */
  public sealed interface Result {
    /** There is nothing in the database, and nothing was written. */
    record Empty() implements Result {}

    /**
     * Written down.
     *
     * @param tables how many tables there are
     * @param carried what Java carries as SQL, since it has no words for it
     */
    record Written(List<Path> files, long tables, List<String> carried) implements Result {
      public Written {
        files = List.copyOf(files);
        carried = List.copyOf(carried);
      }
    }
  }

  public Result run(Request request) {
    Dialect dialect = project.dialect();
    Schema schema = inspected();
    if (schema.isEmpty()) {
      return new Result.Empty();
    }
    var files = new TreeMap<Path, String>();
    request.java().ifPresent(folder -> addJava(folder, request.packageName(), schema, files));
    request.sql().ifPresent(file -> files.put(file, sql(schema, dialect)));
    return new Result.Written(
        new NewFiles(files).write(request.force()),
        schema.tables().count(),
        request.java().isPresent() ? carried(schema) : List.of());
  }

  private Schema inspected() {
    project.missingFile().ifPresent(Pull::refuse);
    try (JdbcSession session = project.openToRead()) {
      return withoutHistory(project.inspected(session));
    }
  }

  private static void refuse(Path missing) {
    throw new ConfigurationException(
        "There is no database to pull from: the file %s does not exist. Name another with --database, or in the configuration."
            .formatted(missing));
  }

  /** Another tool's own table is none that the application declares. */
  private Schema withoutHistory(Schema schema) {
    Predecessor other = project.predecessor();
    return Schema.of(
        schema.objects().values().stream()
            .filter(object -> !(object instanceof Table && other.keeps(object.name().name())))
            .toList());
  }

  private void addJava(
      Path folder, String packageName, Schema schema, TreeMap<Path, String> files) {
    new JavaWriter(project.dialect().name(), packageName)
        .write(schema)
        .forEach((file, text) -> files.put(folder.resolve(file), text));
  }

  private static String sql(Schema schema, Dialect dialect) {
    List<Change> changes = new Differ(RenameResolver.none()).diff(Schema.empty(), schema);
    return ScriptText.up(dialect.planner().plan(Schema.empty(), changes));
  }

  private static List<String> carried(Schema schema) {
    return schema.objects().values().stream()
        .filter(JavaWriter::carriedAsSql)
        .map(SchemaObject::title)
        .toList();
  }
}
