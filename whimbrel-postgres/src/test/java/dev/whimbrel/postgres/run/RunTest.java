package dev.whimbrel.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.ScratchTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
}
