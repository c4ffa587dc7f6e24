package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.scenarios.GuidePage.Samples;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.CommandDoor.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose rows have a piece of Java and the SQL that it gives. Each piece is put where {@code
 * // here} stands in the class that the page has written before, which makes one table more; all
 * are generated at once and made in a database. What a row gives is what the class without it has
 * not.
 */
record GuideSamples(Path project, TestDatabases databases, boolean update) {
  Samples tell(Samples samples) {
    Path folder = within(Objects.requireNonNull(project.getParent()));
    String language = read(project.resolve("schema/" + samples.className() + ".java"));
    boolean postgres = language.contains("PostgresTable");
    try (var database = postgres ? databases.postgres() : databases.sqliteFile()) {
      List<List<String>> given = given(samples, folder, postgres, database);
      var rows = new ArrayList<String>();
      for (int i = 0; i < given.size(); i++) {
        rows.add(row(samples.rows().get(i), given.get(i)));
      }
      return new Samples(samples.head(), rows);
    }
  }

  private List<List<String>> given(
      Samples samples, Path folder, boolean postgres, TestDatabase database) {
    write(folder, "whimbrel.yaml", configuration(postgres, database));
    copySchema(folder);
    for (int i = 0; i < samples.rows().size(); i++) {
      String name = samples.className() + mark(i);
      write(folder, "schema/" + name + ".java", source(samples, i));
    }
    run(folder, "generate", "--name", "samples");
    run(folder, "migrate");
    String sql = read(folder.resolve("migrations/20260101000000_samples/migration.sql"));
    String table = samples.className().toLowerCase(Locale.ROOT);
    return IntStream.range(0, samples.rows().size())
        .mapToObj(i -> new SampleSql(List.of(sql.split("\n\n")), table, mark(i)).lines())
        .toList();
  }

  /** In another folder on each call, for migrations are numbered from midnight in each. */
  private static Path within(Path parent) {
    try {
      return Files.createTempDirectory(parent, "samples");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String mark(int row) {
    return "_x" + row + "x";
  }

  private String source(Samples samples, int row) {
    String name = samples.className();
    String code = bare(cells(samples.rows().get(row)).getFirst());
    return read(project.resolve("schema/" + name + ".java"))
        .replaceFirst("// here", Matcher.quoteReplacement(member(code)))
        .replaceAll("(?i)\\b(" + name + ")(?![A-Za-z])", "$1" + mark(row));
  }

  private static String member(String code) {
    if (!code.endsWith(";")) {
      return "final Column<?> added = " + code + ";";
    }
    return code.startsWith("final ") ? code : "{ " + code + " }";
  }

  private static String configuration(boolean postgres, TestDatabase database) {
    return """
    dialect: %s
    schema: schema
    database:
      url: %s
      user: %s
      password: %s
    """
        .formatted(
            postgres ? "postgresql" : "sqlite",
            database.url().jdbcUrl(),
            database.url().user().orElse(""),
            database.url().password().orElse(""));
  }

  private void copySchema(Path folder) {
    try (var files = Files.list(project.resolve("schema"))) {
      files.forEach(file -> write(folder, "schema/" + file.getFileName(), read(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void run(Path folder, String... arguments) {
    Answer answer = new TypedCommands().call(folder, Map.of(), List.of(arguments));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
  }

  private String row(String row, List<String> lines) {
    List<String> cells = new ArrayList<>(cells(row));
    String sql = lines.stream().map(GuideSamples::code).collect(Collectors.joining("<br>"));
    if (!update) {
      assertThat(cells.get(1)).as(row).isEqualTo(sql);
    }
    cells.set(1, sql);
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static List<String> cells(String row) {
    String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
    return List.of(inner.split("(?<!\\\\)\\|", -1)).stream().map(String::strip).toList();
  }

  private static String bare(String cell) {
    return cell.replaceAll("^`+ ?| ?`+$", "").replace("\\|", "|");
  }

  private static String code(String text) {
    String safe = text.replace("|", "\\|");
    return safe.contains("`") ? "`` " + safe + " ``" : "`" + safe + "`";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What one table has in a script and another has not.
   *
   * @param mark what is behind the name of the one
   */
  private record SampleSql(List<String> statements, String table, String mark) {
    List<String> lines() {
      var plain = new HashSet<String>();
      statements.stream()
          .filter(each -> each.matches("(?s).*\\b" + table + "\\b.*"))
          .forEach(each -> plain.addAll(pieces(each)));
      return statements.stream()
          .filter(each -> each.contains(table + mark))
          .flatMap(each -> pieces(each.replace(mark, "")).stream())
          .filter(piece -> !plain.contains(piece))
          .toList();
    }

    /** The lines of a table, and any other statement as one. */
    private static List<String> pieces(String statement) {
      return statement.startsWith("CREATE TABLE")
          ? statement.lines().map(line -> line.strip().replaceFirst(",$", "")).toList()
          : List.of(statement.strip().replaceAll("\\s+", " "));
    }
  }
}
