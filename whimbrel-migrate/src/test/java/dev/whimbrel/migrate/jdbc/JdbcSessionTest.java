package dev.whimbrel.migrate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.DatabaseException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session on SQLite. */
class JdbcSessionTest {
  JdbcSession session;

  @BeforeEach
  void open() {
    session = JdbcSession.open("sqlite::memory:", Optional.empty(), Optional.empty());
    session.execute("CREATE TABLE birds (name TEXT, legs INTEGER)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void countsTheRowsItTouched() {
    assertThat(session.execute("INSERT INTO birds VALUES (?, ?), ('owl', 2)", "crane", null))
        .isEqualTo(2);
    assertThat(session.query("SELECT * FROM birds WHERE legs IS NULL").getFirst().text("name"))
        .isEqualTo("crane");
  }

  @Test
  void rollsBackWhatAnExceptionEnds() {
    assertThatThrownBy(() ->
            session.inTransaction(() -> {
              session.execute("INSERT INTO birds VALUES ('owl', 2)");
              throw new IllegalStateException("enough");
            }))
        .hasMessage("enough");
    assertThat(session.query("SELECT * FROM birds")).isEmpty();
    session.inTransaction(() -> session.execute("INSERT INTO birds VALUES ('owl', 2)"));
    assertThat(session.query("SELECT * FROM birds")).hasSize(1);
  }

  @Test
  void opensNoTransactionWithinAnother() {
    assertThatThrownBy(() -> session.inTransaction(() -> session.inTransaction(() -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void findsTheWordAtWhichTheDatabaseStumbled() {
    assertThatThrownBy(() -> session.execute("SELECT name FORM birds"))
        .isInstanceOfSatisfying(
            DatabaseException.class, refusal -> assertThat(refusal.position()).hasValue(18));
  }

  @Test
  void readsSettingsAsIfTheyHadChanged() {
    var recording = new RecordingSession(session);
    recording.execute("PRAGMA foreign_keys=0");
    assertThat(recording.query("PRAGMA foreign_keys").getFirst().number("foreign_keys")).isZero();
    assertThat(recording.query("PRAGMA user_version")).hasSize(1);
  }

  @Test
  void notesWhatWouldRunAndAsksWhatIsThere() {
    var recording = new RecordingSession(session);
    recording.inTransaction(
        () -> recording.execute("INSERT INTO birds VALUES (?, ?)", "o'owl?", null));
    assertThat(recording.query("SELECT * FROM birds")).isEmpty();
    assertThat(recording.statements())
        .containsExactly("BEGIN", "INSERT INTO birds VALUES ('o''owl?', NULL)", "COMMIT");
  }
}
