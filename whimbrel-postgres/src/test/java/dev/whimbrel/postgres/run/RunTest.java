package dev.whimbrel.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.ScratchTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest extends ScratchTest {
  @Test
  void aSecondRunIsToldWhoHoldsTheLock() {
    var database = database();
    var lock = new AdvisoryLock();
    try (var other = JdbcSession.open(database.url());
        var held = lock.acquire(database.session(), Duration.ZERO)) {
      long holder =
          database.session().query("SELECT pg_backend_pid() AS pid").getFirst().number("pid");
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> lock.acquire(other, Duration.ofMillis(250)))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("process " + holder);
    }
    lock.acquire(database.session(), Duration.ZERO).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
        "-- quickly\nvacuum t",
        "COMMIT",
        "DROP INDEX CONCURRENTLY i"
      })
  void whatCannotRunInATransactionIsRefusedWithItsLine(String sql) {
    var session = session();
    var ran = new boolean[1];
    assertThatThrownBy(() ->
            new OneTransaction()
                .run(session, List.of(new SqlStatement(sql, 7)), () -> ran[0] = true))
        .hasMessageContaining("line 7");
    assertThat(ran[0]).isFalse();
  }

  @Test
  void savepointsAreAllowed() {
    var statements = List.of(new SqlStatement("ROLLBACK TO SAVEPOINT a", 1));
    new OneTransaction().run(session(), statements, () -> {});
  }
}
