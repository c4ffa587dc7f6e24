package dev.whimbrel.migrate.run;

import static dev.whimbrel.migrate.run.MigrationStatus.State.APPLIED;
import static dev.whimbrel.migrate.run.MigrationStatus.State.CHANGED;
import static dev.whimbrel.migrate.run.MigrationStatus.State.FAILED;
import static dev.whimbrel.migrate.run.MigrationStatus.State.MISSING;
import static dev.whimbrel.migrate.run.MigrationStatus.State.OUT_OF_ORDER;
import static dev.whimbrel.migrate.run.MigrationStatus.State.PENDING;
import static dev.whimbrel.migrate.run.Workshop.FIRST;
import static dev.whimbrel.migrate.run.Workshop.SECOND;
import static dev.whimbrel.migrate.run.Workshop.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.Failure.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applying migrations to a SQLite file. */
class MigrateTest {
  @TempDir Path folder;
  Workshop workshop;

  @BeforeEach
  void open() {
    workshop = Workshop.in(folder);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void runsWhatIsPendingInOrderAndOnce() {
    workshop.withTwo();
    assertThat(workshop.states()).containsExactly(PENDING, PENDING);
    assertThat(workshop.migrate().applied()).containsExactly(FIRST, SECOND);
    assertThat(workshop.tables()).containsExactly("posts", "users");
    assertThat(workshop.states()).containsExactly(APPLIED, APPLIED);
    assertThat(workshop.migrate().applied()).isEmpty();
    assertThat(workshop.session().query("SELECT * FROM posts")).hasSize(1);
  }

  @Test
  void tellsWhatHappensWhileItHappens() {
    workshop.withTwo().migrate();
    assertThat(workshop.events())
        .extracting(event -> event.getClass().getSimpleName() + " " + event.id().name())
        .containsExactly(
            "Started first",
            "StatementDone first",
            "Applied first",
            "Started second",
            "StatementDone second",
            "StatementDone second",
            "Applied second");
  }

  @Test
  void stopsAfterTheOneThatIsNamed() {
    MigrateResult result = workshop.withTwo().migrator().migrate(Optional.of(FIRST));
    assertThat(result).isEqualTo(new MigrateResult(List.of(FIRST), List.of(), List.of(SECOND)));
    assertThat(workshop.states()).containsExactly(APPLIED, PENDING);
  }

  @Test
  void refusesANameThatIsNotThere() {
    var unknown = Optional.of(new MigrationId("20269999999999_unknown"));
    assertThatThrownBy(() -> workshop.withTwo().migrator().migrate(unknown))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("no migration 20269999999999_unknown");
    assertThat(workshop.tables()).isEmpty();
  }

  @Test
  void keepsWhoAndWhenInTheHistory() {
    workshop.withTwo().migrate();
    var last = workshop.migrator().status().getFirst().last().orElseThrow();
    assertThat(last.recordedBy()).isEqualTo(System.getProperty("user.name"));
    assertThat(last.checksum()).hasSize(64);
  }

  @Test
  void looksWithoutLeavingATrace() {
    workshop.withTwo().migrator().status();
    assertThat(workshop.session().query("SELECT * FROM sqlite_schema")).isEmpty();
  }

  @Test
  void stopsAtAFileThatWasEditedAfterItRan() throws IOException {
    workshop.withTwo().migrate();
    workshop.write(FIRST, "migration.sql", "CREATE TABLE people (id INTEGER);\n");
    workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n");
    assertThat(workshop.states()).containsExactly(CHANGED, APPLIED, PENDING);
    assertThatThrownBy(workshop::migrate)
        .isInstanceOf(HistoryMismatchException.class)
        .hasMessageContaining(FIRST + "/migration.sql was edited after it ran")
        .hasMessageContaining("Nothing was changed");
    assertThat(workshop.tables()).containsExactly("posts", "users");
  }

  @Test
  void takesOtherLineEndsForTheSameText() throws IOException {
    workshop.withTwo().migrate();
    workshop.write(FIRST, "migration.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY);\r\n");
    assertThat(workshop.states()).containsExactly(APPLIED, APPLIED);
  }

  @Test
  void stopsAtAFileThatIsMissing() throws IOException {
    workshop.withTwo().migrate();
    workshop.delete(FIRST);
    workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n");
    assertThat(workshop.states()).containsExactly(MISSING, APPLIED, PENDING);
    assertThatThrownBy(workshop::migrate)
        .isInstanceOf(HistoryMismatchException.class)
        .hasMessageContaining(FIRST + " ran in this database, and its file is missing");
    assertThat(workshop.tables()).containsExactly("posts", "users");
  }

  @Test
  void runsAnOlderOneThatCameInLaterAndSaysSo() {
    workshop.withTwo().migrate();
    var late = new MigrationId("20260101120000_late");
    workshop.add(late, "CREATE TABLE late (id INTEGER);\n");
    assertThat(workshop.states()).containsExactly(APPLIED, OUT_OF_ORDER, APPLIED);
    assertThat(workshop.migrate().outOfOrder()).containsExactly(late);
    assertThat(workshop.tables()).contains("late");
  }

  @Test
  void leavesNothingOfAMigrationThatFailsAndSaysWhere() {
    workshop.withTwo();
    workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n\n  INSERT INTO tags\n  VALUSE (1);\n");
    var last = new MigrationId("20260104000000_last");
    workshop.add(last, "CREATE TABLE never (id INTEGER);\n");
    var thrown = catchThrowableOfType(MigrationFailedException.class, workshop::migrate);
    Failure failure = thrown.failure();
    assertThat(failure.place().orElseThrow())
        .isEqualTo(new Place(4, 3, "INSERT INTO tags\n  VALUSE (1)"));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOTHING_KEPT);
    assertThat(failure.committed()).containsExactly(FIRST, SECOND);
    assertThat(failure.notRun()).containsExactly(last);
    assertThat(thrown)
        .hasMessageContaining("migration.sql:4:3")
        .hasMessageContaining("near \"VALUSE\": syntax error")
        .hasMessageContaining("Committed before it: " + FIRST + ", " + SECOND)
        .hasMessageContaining("then run \"whimbrel migrate\"");
    assertThat(workshop.tables()).containsExactly("posts", "users");
    assertThat(workshop.states()).containsExactly(APPLIED, APPLIED, FAILED, PENDING);
  }

  @Test
  void goesOnOnceTheScriptIsMended() throws IOException {
    workshop.add(FIRST, "CREATE TABEL users (id INTEGER);\n");
    assertThatThrownBy(workshop::migrate).isInstanceOf(MigrationFailedException.class);
    workshop.write(FIRST, "migration.sql", "CREATE TABLE users (id INTEGER);\n");
    assertThat(workshop.migrate().applied()).containsExactly(FIRST);
    assertThat(workshop.states()).containsExactly(APPLIED);
  }

  @Test
  void rehearsesWithoutChangingAnything() {
    DryRun dryRun = workshop.withTwo().migrator().dryRun(Optional.empty());
    assertThat(dryRun.preparation()).hasSize(3).first().isEqualTo("BEGIN");
    assertThat(dryRun.parts()).extracting(DryRun.Part::id).containsExactly(FIRST, SECOND);
    assertThat(dryRun.parts().getFirst().statements())
        .hasSize(4)
        .startsWith("BEGIN", "CREATE TABLE users (id INTEGER PRIMARY KEY)")
        .endsWith("COMMIT");
    assertThat(dryRun.parts().getFirst().statements().get(2))
        .startsWith("INSERT INTO _whimbrel_history")
        .contains("'20260101000000_first', 'applied'");
    assertThat(workshop.session().query("SELECT * FROM sqlite_schema")).isEmpty();
  }
}
