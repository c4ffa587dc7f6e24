package dev.whimbrel.migrate.run;

import static dev.whimbrel.migrate.run.MigrationStatus.State.APPLIED;
import static dev.whimbrel.migrate.run.MigrationStatus.State.PENDING;
import static dev.whimbrel.migrate.run.Workshop.FIRST;
import static dev.whimbrel.migrate.run.Workshop.SECOND;
import static dev.whimbrel.migrate.run.Workshop.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking migrations back in a SQLite file. */
class RollBackTest {
  @TempDir Path folder;
  Workshop workshop;

  @BeforeEach
  void migrate() {
    workshop = Workshop.in(folder).withTwo();
    workshop.migrate();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void takesBackTheLastOneAndMarksTheHistory() {
    assertThat(workshop.migrator().rollBack(1).rolledBack()).containsExactly(SECOND);
    assertThat(workshop.tables()).containsExactly("users");
    assertThat(workshop.states()).containsExactly(APPLIED, PENDING);
    assertThat(workshop.session().query("SELECT state FROM _whimbrel_history ORDER BY number"))
        .extracting(row -> row.text("state"))
        .containsExactly("applied", "applied", "rolled_back");
  }

  @Test
  void canBeAppliedAgain() {
    workshop.migrator().rollBack(2);
    assertThat(workshop.tables()).isEmpty();
    assertThat(workshop.migrate().applied()).containsExactly(FIRST, SECOND);
    assertThat(workshop.states()).containsExactly(APPLIED, APPLIED);
  }

  @Test
  void goesBackToOneThatStays() {
    assertThat(workshop.migrator().rollBackTo(FIRST).rolledBack()).containsExactly(SECOND);
    assertThatThrownBy(() -> workshop.migrator().rollBackTo(SECOND))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("is not applied");
  }

  @Test
  void usesTheWayBackInTheHistoryWhereTheFileIsGoneOrAnother() throws IOException {
    workshop.delete(SECOND);
    workshop.write(FIRST, "migration.sql", "CREATE TABLE people (id INTEGER);\n");
    workshop.write(FIRST, "down.sql", "DROP TABLE people;\n");
    assertThat(workshop.migrator().rollBack(2).rolledBack()).containsExactly(SECOND, FIRST);
    assertThat(workshop.tables()).isEmpty();
  }

  @Test
  void refusesBeforeAnythingRunsWhereOneHasNoWayBack() {
    workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n").migrate();
    assertThatThrownBy(() -> workshop.migrator().rollBack(2))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining(THIRD + " cannot be rolled back: it has no down.sql");
    assertThat(workshop.tables()).containsExactly("posts", "tags", "users");
  }

  @Test
  void refusesAWayBackThatOnlyExplains() {
    workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n", "-- rows were merged\n").migrate();
    assertThatThrownBy(() -> workshop.migrator().rollBack(1))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("holds no statement")
        .hasMessageContaining("-- rows were merged");
  }

  @Test
  void leavesEverythingWhereTheWayBackFails() {
    workshop.add(
        THIRD, "CREATE TABLE tags (id INTEGER);\n", "DROP TABLE tags;\nDROP TABLE nope;\n");
    workshop.migrate();
    assertThatThrownBy(() -> workshop.migrator().rollBack(1))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("down.sql:2:1")
        .hasMessageContaining("then run \"whimbrel rollback\"");
    assertThat(workshop.tables()).contains("tags");
    assertThat(workshop.states()).containsExactly(APPLIED, APPLIED, APPLIED);
  }

  @Test
  void rehearsesWithoutChangingAnything() {
    DryRun dryRun = workshop.migrator().dryRollBack(1);
    assertThat(dryRun.preparation()).isEmpty();
    assertThat(dryRun.parts().getFirst().statements()).contains("DROP TABLE posts");
    assertThat(workshop.tables()).containsExactly("posts", "users");
  }
}
