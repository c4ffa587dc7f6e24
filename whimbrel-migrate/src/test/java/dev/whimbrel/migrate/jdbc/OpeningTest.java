package dev.whimbrel.migrate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that cannot be opened, and what is said of them. */
class OpeningTest {
  private static final String SECRET = "s3cret-word";

  static ScratchServer server;
  static ScratchDatabase database;

  @BeforeAll
  static void start() {
    server = ScratchServer.embedded();
    database = server.create();
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @Test
  void saysThatThePasswordIsWrong() {
    assertThat(refusal(database.url(), database.user(), SECRET))
        .contains("refused the password of user \"" + database.user() + "\"")
        .contains(database.url());
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    assertThat(refusal(server.url("nowhere"), server.user(), server.password()))
        .contains("no database of the name in " + server.url("nowhere"));
  }

  @Test
  void saysThatNothingAnswers() {
    assertThat(refusal("postgres://ann:" + SECRET + "@127.0.0.1:1/shop"))
        .contains("Nothing answers at jdbc:postgresql://127.0.0.1:1/shop");
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    assertThat(refusal("postgres://ann:" + SECRET + "@no-such-host.invalid/shop"))
        .contains("There is no host named \"no-such-host.invalid\"");
  }

  @Test
  void saysThatThereIsNoDriver() {
    assertThat(refusal("jdbc:nothing://ann:" + SECRET + "@host/shop?password=" + SECRET))
        .contains("no JDBC driver here for jdbc:nothing://host/shop");
  }

  @Test
  void saysThatAFileIsNoDatabase(@TempDir Path folder) throws Exception {
    assertThat(refusal("sqlite:" + folder.resolve("missing/app.db"))).contains("cannot be opened");
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear database, ".repeat(100));
    assertThat(refusal("sqlite:" + letter)).contains("letter.txt").contains("cannot be opened");
  }

  private static String refusal(String url) {
    return refusal(url, null, null);
  }

  private static String refusal(String url, @Nullable String user, @Nullable String password) {
    var thrown =
        catchThrowableOfType(
            ConnectionException.class,
            () ->
                JdbcSession.open(url, Optional.ofNullable(user), Optional.ofNullable(password))
                    .close());
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET);
    return String.valueOf(thrown.getMessage());
  }
}
