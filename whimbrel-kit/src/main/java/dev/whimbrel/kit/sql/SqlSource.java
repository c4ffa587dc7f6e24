package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.kit.source.SchemaSourceException;
import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A schema that is written as SQL. An empty database of the dialect runs it, and what is there
 * afterwards is the schema: nobody but the database itself reads the SQL.
 */
public final class SqlSource implements SchemaSource {
  private final SqlFiles files;
  private final Dialect dialect;
  private final ScratchPlace scratch;

  /**
   * @param paths files, and folders of files, that end in {@code .sql}
   * @param scratch where an empty database is found that reads them
   */
  public SqlSource(List<Path> paths, Dialect dialect, ScratchPlace scratch) {
    this.scratch = scratch;
    this.files = new SqlFiles(paths);
    this.dialect = dialect;
  }

  /** Whether what is written at these places is SQL and not Java. */
  public static boolean isMeantBy(List<Path> paths) {
    return new SqlFiles(paths).meant();
  }

  /**
   * Reads the schema; neither files nor statements need be in the right order.
   *
   * @throws SchemaSourceException if the database does not take it
   */
  @Override
  public Desired read() {
    List<SqlFile> read = files.read();
    try (EmptyDatabase database = EmptyDatabase.of(dialect, scratch)) {
      Session session = database.session();
      read.forEach(file -> database.tries(file.text()));
      new Loading(session, dialect).load(read);
      Schema schema = dialect.inspector().inspect(session);
      if (dialect.memoryUrl().isPresent()) {
        new Views(session, dialect).tryEach(schema);
      }
      return Desired.of(schema);
    }
  }
}
