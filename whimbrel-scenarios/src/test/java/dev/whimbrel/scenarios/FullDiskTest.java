package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scenarios.HaltedRun.Action;
import dev.whimbrel.scenarios.HaltedRun.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full; skipped where nobody but root may make a small one. */
class FullDiskTest {
  /** A disk of half a megabyte, on which a run fails; then there is room, and another one runs. */
  private static final String STORY =
      """
      disk=$1; kept=$2; shift 2
      mount -t tmpfs -o size=512k none "$disk" || exit 9
      "$@"; echo "first run: $?"
      mount -o remount,size=16m "$disk" || exit 9
      "$@"; echo "second run: $?"
      cp "$disk"/app.db* "$kept"
      """;

  @TempDir Path folder;
  Path disk;
  Path kept;

  @BeforeEach
  void write() throws Exception {
    assumeTrue(run(List.of("unshare", "-rm", "true")).code() == 0, "no disks can be made here");
    disk = Files.createDirectory(folder.resolve("disk"));
    kept = Files.createDirectory(folder.resolve("kept"));
    var directory = new WhimbrelDirectory(folder.resolve("migrations"));
    add(directory, "20260101000000_small", "CREATE TABLE small (id INTEGER);\n");
    add(
        directory,
        "20260102000000_big",
        """
        CREATE TABLE big (data BLOB);
        INSERT INTO small VALUES (1);
        INSERT INTO big VALUES (randomblob(1000000));
        """);
  }

  @Test
  void keepsNothingOfWhatFoundNoRoomAndGoesOnWhenThereIs() throws Exception {
    var told = run(inSmallSpace());
    assertThat(told.text())
        .contains("20260102000000_big failed; nothing of it was kept.", "SQLITE_FULL", "Make room")
        .contains("Committed before it: 20260101000000_small.")
        .contains("first run: 1", "second run: 0");
    try (var session = JdbcSession.open(ConnectionUrl.parse("sqlite:" + kept.resolve("app.db")))) {
      assertThat(session.query("SELECT * FROM small")).hasSize(1);
      assertThat(session.query("SELECT * FROM big")).hasSize(1);
      assertThat(session.query("PRAGMA integrity_check").getFirst().text("integrity_check"))
          .isEqualTo("ok");
    }
  }

  private List<String> inSmallSpace() {
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", STORY, "story"));
    command.addAll(List.of(disk.toString(), kept.toString()));
    command.addAll(
        HaltedRun.command(
            ConnectionUrl.parse("sqlite:" + disk.resolve("app.db")),
            folder.resolve("migrations"),
            Action.MIGRATE,
            Integer.MAX_VALUE,
            Moment.BEFORE));
    return command;
  }

  private static void add(WhimbrelDirectory directory, String id, String up) {
    directory.add(new MigrationId(id), Map.of("migration.sql", up));
  }

  private record Told(int code, String text) {}

  private static Told run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Told(process.exitValue(), text);
    } catch (IOException missing) {
      return new Told(127, String.valueOf(missing.getMessage()));
    }
  }
}
