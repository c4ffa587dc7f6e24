package dev.whimbrel.cli;

import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.config.ConfigurationReader;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tour on one database.
 *
 * @param variables what the configuration needs to find it
 */
record DemoTour(DemoStage stage, Path folder, String dialect, Map<String, String> variables) {
  void run() {
    stage.title("=== " + dialect + " ===");
    firstSchema();
    whimbrel("generate", "--name", "init");
    showSql("_init");
    whimbrel("review");
    whimbrel("migrate");
    whimbrel("status");
    insertRows();
    changeSchema();
    whimbrel("generate", "--name", "headline_and_status");
    showSql("_headline_and_status");
    whimbrel("review");
    whimbrel("migrate");
    whimbrel("status");
    showRows();
  }

  private void firstSchema() {
    write("whimbrel.yaml", "whimbrel.yaml");
    write("Users.java", "schema/Users.java");
    write("Posts.java", "schema/Posts.java");
    stage.title("A schema in Java: " + folder.resolve("schema/Posts.java"));
    stage.show(resource("Posts.java"));
  }

  private void changeSchema() {
    write("Posts.changed.java", "schema/Posts.java");
    stage.title("The schema changes: a new name, a new column, a new index");
    List<String> before = resource("Posts.java").lines().toList();
    List<String> after = resource("Posts.changed.java").lines().toList();
    without(before, after).forEach(line -> stage.say("  - " + line.strip()));
    without(after, before).forEach(line -> stage.say("  + " + line.strip()));
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private void whimbrel(String... arguments) {
    int exitCode = stage.command(folder, variables, arguments);
    if (exitCode != ExitCode.DONE.number() && exitCode != ExitCode.FINDINGS.number()) {
      throw new DemoException(
          "The tour stopped at \"whimbrel %s\", which ended with %d. The folder %s is left as it is."
              .formatted(String.join(" ", arguments), exitCode, folder));
    }
  }

  private void showSql(String ending) {
    try (var migrations = Files.list(folder.resolve("migrations"))) {
      for (Path each : migrations.filter(path -> path.toString().endsWith(ending)).toList()) {
        stage.title(each.resolve("migration.sql").toString());
        stage.show(Files.readString(each.resolve("migration.sql")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void insertRows() {
    stage.title("Rows come in");
    try (JdbcSession session = project().open()) {
      run(session, "INSERT INTO users (email, name) VALUES ('ada@example.org', 'Ada')");
      for (String title : new String[] {"On engines", "On notes", "On birds"}) {
        run(session, "INSERT INTO posts (author_id, title) SELECT id, '" + title + "' FROM users");
      }
    }
  }

  private void run(JdbcSession session, String sql) {
    stage.show(sql + ";");
    session.execute(sql);
  }

  private void showRows() {
    stage.title("The rows are still there");
    try (JdbcSession session = project().open()) {
      var count = session.query("SELECT count(*) AS count FROM posts").getFirst();
      stage.show(count.number("count") + " posts, such as:");
      var row =
          session.query("SELECT headline, status FROM posts ORDER BY headline LIMIT 1").getFirst();
      stage.show("headline: " + row.text("headline") + ", status: " + row.text("status"));
    }
  }

  private Project project() {
    var configuration =
        new ConfigurationReader(variables)
            .read(folder.resolve(ConfigurationReader.FILE_NAME), Optional.empty());
    return new Project(
        configuration,
        Dialects.present(),
        stage.invocation().surroundings().clock(),
        Optional.empty());
  }

  private void write(String resource, String file) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, resource(resource));
    } catch (IOException e) {
      throw new DemoException(
          "%s cannot be written; name another place with --folder.".formatted(folder), e);
    }
  }

  private String resource(String name) {
    String path = "demo/" + dialect + "/" + name + ".txt";
    try (InputStream stream = DemoTour.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
