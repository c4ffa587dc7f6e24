package dev.whimbrel.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Databases of a server of our own and of one that was named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScratchDatabaseTest {
  private static final String FOREIGN = "whimbrel_scratch_0123456789abcdef";

  private final ScratchServer server = ScratchServer.embedded();

  @BeforeAll
  void answersQuestions() throws SQLException {
    assertThat(ask("SELECT version()")).singleElement().asString().startsWith("PostgreSQL 18");
  }

  @BeforeEach
  void holdsNothingOfAnotherTest() throws SQLException {
    run("DROP DATABASE IF EXISTS " + FOREIGN);
    assertThat(databases()).containsExactly("postgres");
  }

  @AfterAll
  void ends() {
    server.close();
  }

  @Test
  void isMadeAndDropped() throws SQLException {
    try (var database = server.create();
        var connection = database.connect()) {
      assertThat(connection.getCatalog()).isEqualTo(database.name());
      assertThat(databases()).contains(database.name());
    }
    assertThat(databases()).containsExactly("postgres");
  }

  @Test
  void isDroppedThoughSomeoneIsConnected() throws SQLException {
    var database = server.create();
    try (var connection = database.connect()) {
      database.close();
      assertThat(connection.isValid(5)).isFalse();
    }
    assertThat(databases()).containsExactly("postgres");
  }

  @Test
  void isCopiedFromATemplate() throws SQLException {
    try (var template = server.create()) {
      try (var connection = template.connect();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE bird (name text); INSERT INTO bird VALUES ('whimbrel')");
      }
      try (var copy = server.createFrom(template.name());
          var connection = copy.connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT name FROM bird")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("whimbrel");
      }
    }
  }

  @Test
  void saysWhichTemplateIsMissing() {
    assertThatThrownBy(() -> server.createFrom("curlew"))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining("from curlew on jdbc:postgresql://127.0.0.1:")
        .hasMessageContaining("see that the user may create databases");
  }

  @Test
  void asksForThePassword() {
    var stranger = ScratchServer.at(server.url("postgres"), server.user(), "guessed");
    assertThatThrownBy(stranger::create)
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void isMadeOnAServerThatWasNamed() throws SQLException {
    try (var named = named();
        var database = named.create()) {
      assertThat(databases()).containsExactly("postgres", database.name());
    }
    assertThat(databases()).containsExactly("postgres");
  }

  @Test
  void goesWithTheNamedServerIfForgotten() throws SQLException {
    try (var named = named()) {
      assertThat(named.create().url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
    assertThat(databases()).containsExactly("postgres");
  }

  @Test
  void leavesWhatTookItsName() throws SQLException {
    var database = server.create();
    run("DROP DATABASE " + database.name());
    run("CREATE DATABASE " + database.name());
    database.close();
    assertThat(databases()).contains(database.name());
    run("DROP DATABASE " + database.name());
  }

  @Test
  void leavesWhatOnlyLooksLikeOurs() throws SQLException {
    run("CREATE DATABASE " + FOREIGN);
    server.create().close();
    run("COMMENT ON DATABASE " + FOREIGN + " IS 'precious'");
    server.create().close();
    assertThat(databases()).contains(FOREIGN);
  }

  @Test
  void clearsAwayWhatADeadRunLeft() throws SQLException {
    leave(Instant.now().minus(Duration.ofDays(2)));
    server.create().close();
    assertThat(databases()).doesNotContain(FOREIGN);
  }

  @Test
  void leavesWhatALiveRunMayUse() throws SQLException {
    leave(Instant.now());
    server.create().close();
    assertThat(databases()).contains(FOREIGN);
  }

  @Test
  void leavesWhatIsInUse() throws SQLException {
    leave(Instant.now().minus(Duration.ofDays(2)));
    var address = ServerAddress.parse(server.url(FOREIGN), server.user(), server.password());
    try (var connection = address.connect(FOREIGN)) {
      server.create().close();
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(databases()).contains(FOREIGN);
  }

  private void leave(Instant made) throws SQLException {
    run("CREATE DATABASE " + FOREIGN);
    run("COMMENT ON DATABASE " + FOREIGN + " IS '" + Mark.fresh(made).text() + "'");
  }

  private ScratchServer named() {
    return ScratchServer.at(server.url("postgres"), server.user(), server.password());
  }

  private List<String> databases() throws SQLException {
    return ask("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY oid");
  }

  private void run(String sql) throws SQLException {
    try (var connection = address().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> ask(String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var connection = address().connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private ServerAddress address() {
    return ServerAddress.parse(server.url("postgres"), server.user(), server.password());
  }
}
