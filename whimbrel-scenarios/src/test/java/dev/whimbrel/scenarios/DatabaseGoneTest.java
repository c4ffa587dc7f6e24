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
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped while a migration runs, and comes back. */
class DatabaseGoneTest {
  private static final String ID = "20260101000000_slow";

  @TempDir Path folder;
  private final CommandDoor door = new TypedCommands();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("migrations").resolve(ID));
    Files.writeString(folder.resolve("whimbrel.yaml"), "database: {url: \"${DATABASE_URL}\"}\n");
    script("CREATE TABLE slow (id integer);\nSELECT pg_sleep(60);\n");
  }

  @Test
  void isToldAndTheNextRunGoesOn() throws Exception {
    try (var others = Executors.newSingleThreadExecutor()) {
      var server = server();
      var run = others.submit(() -> whimbrel(server, "migrate"));
      awaitSleep(server);
      server.close();
      assertThat(run.get().exitCode()).isEqualTo(1);
      assertThat(run.get().output())
          .contains("The database went away during " + ID, "nothing of it is kept.")
          .contains("migration.sql:2:", "When the database is back, run \"whimbrel migrate\".");
    }
    goesOn();
  }

  private void goesOn() throws IOException {
    try (var server = server()) {
      assertThat(whimbrel(server, "status").output()).contains(ID + "  pending");
      script("CREATE TABLE slow (id integer);\n");
      assertThat(whimbrel(server, "migrate").output()).contains("applied " + ID);
    }
  }

  private void script(String sql) throws IOException {
    Files.writeString(folder.resolve("migrations").resolve(ID).resolve("migration.sql"), sql);
  }

  private ScratchServer server() {
    return ScratchServer.kept(folder.resolve("server/data"));
  }

  private CommandDoor.Answer whimbrel(ScratchServer server, String command) {
    String url =
        "%s?user=%s&password=%s"
            .formatted(server.url("postgres"), server.user(), server.password());
    return door.call(folder, Map.of("DATABASE_URL", url), List.of(command));
  }

  private static void awaitSleep(ScratchServer server) throws InterruptedException {
    try (var session =
        JdbcSession.open(
            server.url("postgres"), Optional.of(server.user()), Optional.of(server.password()))) {
      String asleep =
          "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'";
      while (session.query(asleep).isEmpty()) {
        Thread.sleep(20);
      }
    }
  }
}
