package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema whose extension only a server has that its author names, {@code scratch.url}. */
class NamedScratchServerTest {
  /** It went with PostgreSQL 17. */
  private static final String SCHEMA =
      "CREATE TABLE t (id integer);\nCREATE EXTENSION old_snapshot;\n";

  private final CommandDoor door = new TypedCommands();
  @TempDir Path folder;

  private CommandDoor.Answer generated(String settings) throws IOException {
    Files.writeString(folder.resolve("schema.sql"), SCHEMA);
    Files.writeString(
        folder.resolve("whimbrel.yaml"), "dialect: postgresql\nschema: schema.sql\n" + settings);
    return door.call(folder, Map.of(), List.of("generate", "--name", "all"));
  }

  @Test
  void aServerOfOurOwnThatLacksTheExtensionSaysSoAndHowToNameAnother() throws IOException {
    CommandDoor.Answer answer = generated("");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output())
        .contains("schema.sql, line 2", "lacks the extension old_snapshot", "scratch:\n  url: ");
    assertThat(folder.resolve("migrations")).doesNotExist();
  }

  @Test
  void theServerThatIsNamedIsAskedAndLeftAsItWas() throws IOException {
    try (OlderServer older = OlderServer.start()) {
      ScratchServer server = older.server();
      long before = databases(server);
      CommandDoor.Answer answer =
          generated(
              "scratch:\n  url: \"%s\"\n  user: \"%s\"\n  password: \"%s\"\n"
                  .formatted(server.url("postgres"), server.user(), server.password()));
      assertThat(answer.exitCode()).as(answer.output()).isZero();
      assertThat(databases(server)).isEqualTo(before);
      assertThat(folder.resolve("migrations")).isDirectoryRecursivelyContaining("glob:**.sql");
    }
  }

  private static long databases(ScratchServer server) {
    try (JdbcSession session =
        JdbcSession.open(
            server.url("postgres"), Optional.of(server.user()), Optional.of(server.password()))) {
      return session.query("SELECT count(*) AS n FROM pg_database").getFirst().number("n");
    }
  }
}
