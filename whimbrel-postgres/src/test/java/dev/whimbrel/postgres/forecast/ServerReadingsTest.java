package dev.whimbrel.postgres.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.ScratchTest;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.testkit.database.TestDatabase;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ServerReadingsTest extends ScratchTest {
  @Test
  void aTableThatIsDroppedMeanwhileStopsNothing() {
    TestDatabase database = database();
    Session session = database.session();
    load(session, "CREATE TABLE t (a int); CREATE TABLE gone (a int)");
    var readings = new ArrayList<Readings>();
    session.inTransaction(() -> {
      session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      session.query("SELECT 1 AS n");
      try (JdbcSession other = JdbcSession.open(database.url())) {
        other.execute("DROP TABLE gone");
      }
      readings.add(new ServerReadings(session).read());
    });
    assertThat(readings.getFirst().tables()).containsKey(ObjectName.of("t"));
  }
}
