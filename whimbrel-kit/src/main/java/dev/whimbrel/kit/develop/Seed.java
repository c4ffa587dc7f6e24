package dev.whimbrel.kit.develop;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.kit.OutputException;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.SeedSettings;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts the rows into a database for development that people want to find there. */
public final class Seed {
  private final Project project;

  public Seed(Project project) {
    this.project = new OwnDatabase(project).forCommand("seed");
  }

  /** What came of it. */
  public sealed interface Result {
    /** The files of SQL that ran, each wholly. */
    record Ran(List<Path> files) implements Result {
      public Ran {
        files = List.copyOf(files);
      }
    }

    /** A command ran, and ended in this way. */
    record Called(String command, int exitCode) implements Result {}
  }

  public Result run() {
    return switch (settings()) {
      case SeedSettings.Sql(var paths) -> new Result.Ran(ran(files(paths)));
      case SeedSettings.Command(var command) ->
          new Result.Called(command, new SeedCommand(project, command).call());
    };
  }

  private SeedSettings settings() {
    return project
        .configuration()
        .seed()
        .orElseThrow(() ->
            new ConfigurationException(
                "%s does not say what the seed is. Add a line such as: seed: seed.sql; or: seed: {command: npm run seed}"
                    .formatted(project.configuration().file())));
  }

  private List<Path> ran(List<Path> files) {
    Dialect dialect = project.dialect();
    try (JdbcSession session = project.open()) {
      files.forEach(file -> run(file, new Performed(session, dialect), dialect));
    }
    return files;
  }

  private static void run(Path file, Performed performed, Dialect dialect) {
    try {
      List<SqlStatement> statements = dialect.splitter().split(Files.readString(file));
      performed.statements(statements);
    } catch (IOException e) {
      throw new OutputException(file + " cannot be read as text in UTF-8.", e);
    } catch (DatabaseException e) {
      throw new DatabaseException(
          "%s failed, and nothing of it was kept: %s".formatted(file, e.getMessage()),
          e.sqlState().orElse(""),
          0,
          e.hint().orElse(""),
          e);
    }
  }

  private static List<Path> files(List<Path> paths) {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      try (Stream<Path> below = Files.walk(path)) {
        below.filter(each -> each.toString().endsWith(".sql")).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new ConfigurationException(
            "The seed is looked for in %s, but that cannot be read.".formatted(path), e);
      }
    }
    return files;
  }
}
