package dev.whimbrel.testkit.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells what people do and what comes of it, on real databases. Sections are files that lie in the
 * folder from the start, those named {@code then PATH} are put there by {@code write PATH}. {@code
 * Table}, {@code dialect} and {@code url} in braces stand for those of the database, and {@code
 * server} for what its URL begins with. The lines of a story:
 *
 * <pre>
 * on postgresql                         only there
 * whimbrel generate --name 'add it'     it ends well, unless the next line says:
 * fails 2 'no such thing'
 * prints 'migrations/'                  among other things
 * changes nothing                       neither a file nor the database, by the last command
 * hides 'secret'                        nowhere in what is printed
 * sql SELECT count(*) FROM users        which prints a line for each row
 * write schema/Users.java
 * append migrations/…/migration.sql 'SELECT 1;'
 * delete schema/Users.java
 * holds schema/Users.java 'class Users'
 * exists migrations/20260101000000_init/down.sql
 * missing app.db
 * </pre>
 *
 * @param folders makes an empty folder each time
 */
public record RunStory(List<Stage> stages, CommandDoor door, Supplier<Path> folders) {
  /** Tells one scenario on each of its databases. */
  public void tell(Scenario scenario) {
    List<Line> lines =
        scenario.story().lines().skip(1).filter(line -> !line.isBlank()).map(Line::of).toList();
    for (Stage stage : stages) {
      if (concerns(lines, stage)) {
        try (var database = stage.database().get()) {
          new Performance(scenario, stage.dialect(), database, door, folders.get()).play(lines);
        }
      }
    }
  }

  private static boolean concerns(List<Line> lines, Stage stage) {
    return lines.stream()
        .filter(line -> line.verb().equals("on"))
        .allMatch(line -> line.words().contains(stage.dialect().name()));
  }
}
