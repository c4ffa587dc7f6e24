package dev.whimbrel.migrate.run;

import static dev.whimbrel.migrate.run.MigrationStatus.State.APPLIED;
import static dev.whimbrel.migrate.run.MigrationStatus.State.PENDING;
import static dev.whimbrel.migrate.run.Workshop.SECOND;
import static dev.whimbrel.migrate.run.Workshop.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once, and a run after one that was killed, on one SQLite file. */
class TwoRunsTest {
  @TempDir Path folder;

  @Test
  void bothEndWellAndEachMigrationRunsOnce() throws Exception {
    try (var workshop = Workshop.in(folder).withTwo();
        var threads = Executors.newFixedThreadPool(2)) {
      var barrier = new CyclicBarrier(2);
      var one = threads.submit(() -> run(barrier));
      var other = threads.submit(() -> run(barrier));
      assertThat(one.get() + other.get()).isEqualTo(2);
      assertThat(workshop.states()).containsExactly(APPLIED, APPLIED);
      assertThat(workshop.session().query("SELECT * FROM posts")).hasSize(1);
    }
  }

  @Test
  void bothEndWellInTwoProcesses() throws Exception {
    try (var workshop = Workshop.in(folder).withTwo()) {
      var one = OtherRun.start(folder);
      var other = OtherRun.start(folder);
      assertThat(one.process().waitFor()).isZero();
      assertThat(other.process().waitFor()).isZero();
      assertThat(workshop.session().query("SELECT * FROM posts")).hasSize(1);
      assertThat(workshop.session().query("SELECT * FROM _whimbrel_history")).hasSize(2);
    }
  }

  @Test
  void saysThatAnotherProgramWrites() {
    try (var workshop = Workshop.in(folder).withTwo();
        var hasty =
            JdbcSession.open(
                "jdbc:sqlite:" + folder.resolve("app.db") + "?busy_timeout=50",
                Optional.empty(),
                Optional.empty())) {
      workshop.migrate();
      workshop.add(THIRD, "CREATE TABLE tags (id INTEGER);\n");
      workshop
          .session()
          .inTransaction(() ->
              assertThatThrownBy(() -> workshop.migrator(hasty).migrate(Optional.empty()))
                  .isInstanceOf(LockedException.class)
                  .hasMessageContaining("Another program is writing"));
      assertThat(workshop.states()).containsExactly(APPLIED, APPLIED, PENDING);
    }
  }

  @Test
  void goesOnWhereAKilledOneStopped() throws Exception {
    try (var workshop = Workshop.in(folder).withTwo()) {
      var killed = OtherRun.start(folder, "stay");
      killed.waitFor("StatementDone second");
      killed.process().destroyForcibly().waitFor();
      assertThat(workshop.tables()).containsExactly("users");
      assertThat(workshop.states()).containsExactly(APPLIED, PENDING);
      assertThat(workshop.migrate().applied()).containsExactly(SECOND);
      assertThat(workshop.session().query("SELECT * FROM posts")).hasSize(1);
    }
  }

  private int run(CyclicBarrier barrier) throws Exception {
    try (var workshop = Workshop.in(folder)) {
      barrier.await();
      return workshop.migrator().migrate(Optional.empty()).applied().size();
    }
  }
}
