package dev.whimbrel.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data stays. */
class KeptServerTest {
  @TempDir Path project;

  @Test
  void findsItsDataAgain() throws Exception {
    run("CREATE TABLE kept (id integer)");
    run("INSERT INTO kept VALUES (1)");
    assertThat(project.resolve(".whimbrel/.gitignore")).hasContent("*");
    assertThat(run("SELECT * FROM kept")).isTrue();
  }

  @Test
  void goesOnWhereAServerWasKilled() throws Exception {
    run("CREATE TABLE kept (id integer)");
    Path note = onlyFolder().resolve("data/postmaster.pid");
    assertThat(note).doesNotExist();
    Files.writeString(note, "999999999\nold\n1\n1\n\n\n\nready   \n");
    assertThat(run("SELECT * FROM kept")).isTrue();
  }

  private boolean run(String sql) throws SQLException {
    try (var server = ScratchServer.kept(project.resolve(".whimbrel/postgres"));
        var connection =
            DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
        var statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private Path onlyFolder() throws Exception {
    try (var folders = Files.newDirectoryStream(project.resolve(".whimbrel"), "postgres-*")) {
      return folders.iterator().next();
    }
  }
}
