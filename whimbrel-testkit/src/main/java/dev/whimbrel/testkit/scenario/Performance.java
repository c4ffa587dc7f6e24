package dev.whimbrel.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One story on one database, in a folder. */
final class Performance {
  private final Scenario scenario;
  private final Dialect dialect;
  private final TestDatabase database;
  private final CommandDoor door;
  private final Path folder;
  private CommandDoor.Answer last = new CommandDoor.Answer(0, "");
  private Optional<Picture> before = Optional.empty();
  private boolean excused = true;

  Performance(
      Scenario scenario, Dialect dialect, TestDatabase database, CommandDoor door, Path folder) {
    this.scenario = scenario;
    this.dialect = dialect;
    this.database = database;
    this.door = door;
    this.folder = folder;
  }

  void play(List<Line> lines) {
    scenario.sections().keySet().stream()
        .filter(name -> !name.startsWith("then "))
        .forEach(name -> write(name, scenario.section(name)));
    for (Line line : lines) {
      excuse(line);
      play(line);
    }
    excuse(Line.of("end"));
  }

  /** A command that failed must be followed by the line that says so. */
  private void excuse(Line next) {
    if (!excused && !next.verb().equals("fails")) {
      assertThat(last.exitCode()).as("before \"%s\": %s", next, last.output()).isZero();
    }
    excused = true;
  }

  private void play(Line line) {
    switch (line.verb()) {
      case "on" -> {}
      case "whimbrel" -> call(line.words().stream().map(this::told).toList());
      case "fails" -> fails(line.words());
      case "changes" -> assertThat(picture()).isEqualTo(before.orElseThrow());
      case "prints" -> line.words().forEach(text -> assertThat(output()).contains(told(text)));
      case "hides" -> line.words().forEach(text -> assertThat(output()).doesNotContain(text));
      case "sql" -> query(told(line.text()));
      case "write" -> write(line.text(), scenario.section("then " + line.text()));
      case "append" -> append(line.words().getFirst(), line.words().getLast());
      case "delete" -> delete(line.text());
      case "holds" -> holds(line.words());
      case "exists" -> assertThat(folder.resolve(line.text())).exists();
      case "missing" -> assertThat(folder.resolve(line.text())).doesNotExist();
      default -> throw new AssertionError("There is no step \"" + line + "\".");
    }
  }

  private String output() {
    return last.output().replaceAll("\\s+", " ");
  }

  private void call(List<String> arguments) {
    before = isCompared() ? Optional.of(picture()) : Optional.empty();
    last = door.call(folder, Map.of("DATABASE_URL", url()), arguments);
    excused = false;
  }

  /** Whether it is worth looking at everything before a command. */
  private boolean isCompared() {
    return scenario.story().lines().anyMatch(line -> line.equals("changes nothing"));
  }

  private Picture picture() {
    return Picture.of(folder, dialect, database.session());
  }

  private void fails(List<String> words) {
    assertThat(last.exitCode()).as(last.output()).isEqualTo(Integer.parseInt(words.getFirst()));
    words.stream().skip(1).forEach(text -> assertThat(output()).contains(told(text)));
  }

  private void query(String sql) {
    if (sql.regionMatches(true, 0, "select", 0, 6)) {
      String rows =
          database.session().query(sql).stream()
              .map(Performance::text)
              .collect(Collectors.joining("\n"));
      last = new CommandDoor.Answer(0, rows);
    } else {
      database.session().execute(sql);
    }
  }

  private static String text(Row row) {
    return row.values().values().stream().map(Objects::toString).collect(Collectors.joining(" | "));
  }

  private void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, told(text) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void append(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), told(text) + "\n", StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void holds(List<String> words) {
    Path file = folder.resolve(words.getFirst());
    words.stream().skip(1).forEach(text -> assertThat(file).content().contains(told(text)));
  }

  private void delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String told(String text) {
    boolean postgres = dialect.name().equals("postgresql");
    return text.replace("{dialect}", dialect.name())
        .replace("{language}", postgres ? "postgres" : dialect.name())
        .replace("{Table}", postgres ? "PostgresTable" : "SqliteTable")
        .replace("{other dialect}", postgres ? "sqlite" : "postgresql")
        .replace("{other language}", postgres ? "sqlite" : "postgres")
        .replace("{Other Table}", postgres ? "SqliteTable" : "PostgresTable")
        .replace("{folder}", folder.toString())
        .replace("{server}", database.url().jdbcUrl().replaceFirst("[^/]*$", ""))
        .replace("{database}", database.url().jdbcUrl().replaceFirst("^.*/", ""))
        .replace("{user}", database.url().user().orElse(""))
        .replace("{password}", database.url().password().orElse(""))
        .replace("{url}", url());
  }

  private String url() {
    ConnectionUrl url = database.url();
    String who =
        url.user().map(user -> "?user=" + encoded(user)).orElse("")
            + url.password().map(password -> "&password=" + encoded(password)).orElse("");
    return url.jdbcUrl() + who;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
