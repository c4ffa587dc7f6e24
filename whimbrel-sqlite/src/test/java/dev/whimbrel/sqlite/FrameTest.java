package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.RefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  private static final String CHILD =
      "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE c (p_id REFERENCES p);";

  @TempDir Path folder;

  private Desk open() {
    return new Desk("jdbc:sqlite:" + folder.resolve("test.db"));
  }

  @Test
  void aRowThatWouldReferToNothingTakesEverythingBack() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(CHILD + "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)");
      assertThatThrownBy(() -> desk.migrate("PRAGMA foreign_keys=OFF; DELETE FROM p;"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("c row 1 to p")
          .hasMessageContaining("rolled back");
      assertThat(desk.rows("SELECT id FROM p")).containsExactly("1");
      assertThat(desk.rows("PRAGMA foreign_keys")).containsExactly("1");
    }
  }

  @Test
  void rowsThatReferredToNothingBeforeAreLeftAlone() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("PRAGMA foreign_keys=OFF;" + CHILD + "INSERT INTO c VALUES (8)");
      assertThatCode(() -> desk.migrate("PRAGMA foreign_keys=OFF; INSERT INTO p VALUES (2)"))
          .doesNotThrowAnyException();
      assertThat(desk.rows("PRAGMA foreign_keys")).containsExactly("0");
    }
  }

  @Test
  void refusesToBeginWithinATransactionInWhichKeysStayOn() {
    try (Desk desk = Desk.inMemory()) {
      desk.script(CHILD + "BEGIN");
      assertThatThrownBy(() -> desk.migrate("PRAGMA foreign_keys=OFF; DROP TABLE p"))
          .hasMessageContaining("ignores within a transaction");
      assertThat(desk.schema().objects()).hasSize(2);
    }
  }

  @Test
  void aTableThatIsBuiltAnewAndThenRenamedIsFollowed() {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (2)");
      desk.migrate(
          "CREATE TABLE n (a, b); INSERT INTO n(a) SELECT a FROM t; DROP TABLE t;"
              + " ALTER TABLE n RENAME TO t; ALTER TABLE t RENAME TO u");
      assertThat(desk.rows("SELECT a FROM u")).containsExactly("1", "2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t RENAME TO u; CREATE TABLE n (a); INSERT INTO n SELECT 1 FROM u LIMIT 1;"
            + " DROP TABLE u; ALTER TABLE n RENAME TO u;",
        "CREATE TABLE n (a); INSERT INTO n SELECT a FROM t LIMIT 1; DROP TABLE t;"
            + " ALTER TABLE n RENAME TO t; ALTER TABLE t RENAME TO u",
        "ALTER TABLE t RENAME TO t_old; CREATE TABLE t (a); INSERT INTO t SELECT a FROM t_old"
            + " LIMIT 1; DROP TABLE t_old;"
      })
  void rowsAreCountedUnderWhicheverName(String script) {
    try (Desk desk = Desk.inMemory()) {
      desk.script("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (2)");
      assertThatThrownBy(() -> desk.migrate(script))
          .hasMessageContaining("1 row of t would be lost");
      assertThat(desk.rows("SELECT a FROM t")).containsExactly("1", "2");
    }
  }

  @Test
  void theCommitWaitsForReaders() throws Exception {
    try (Desk desk = open();
        Desk reader = open()) {
      desk.script("CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA busy_timeout=0");
      reader.script("BEGIN").rows("SELECT * FROM t");
      var leaving =
          CompletableFuture.runAsync(
              () -> reader.script("COMMIT"),
              CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
      desk.migrate("INSERT INTO t VALUES (2)");
      leaving.get();
      assertThat(reader.rows("SELECT a FROM t")).containsExactly("1", "2");
    }
  }

  @Test
  void theLockSaysWhereAnotherWrites() {
    try (Desk desk = open();
        Desk writer = open()) {
      writer.script("CREATE TABLE t (a); BEGIN IMMEDIATE");
      var lock = new SqliteDialect().lock();
      assertThatThrownBy(() -> lock.acquire(desk.session(), Duration.ofMillis(200)))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("test.db");
      writer.script("COMMIT");
      assertThatCode(() -> lock.acquire(desk.session(), Duration.ofSeconds(5)).close())
          .doesNotThrowAnyException();
      assertThat(desk.rows("PRAGMA busy_timeout")).containsExactly("30000");
    }
  }
}
