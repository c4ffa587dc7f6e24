package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a whole server does not go from one trial into another, and does not stay. */
class WholeServerTest {
  private static final String ROLES =
      """
      CREATE ROLE reader NOLOGIN;
      GRANT SELECT ON users TO reader;
      """;

  @TempDir private Path folder;

  @Test
  void triesMigrationsThatMakeAndDropRoles() {
    CommandLine line =
        project()
            .migration(
                "20260102000000_roles",
                ROLES,
                "REVOKE SELECT ON users FROM reader; DROP ROLE reader;")
            .migration(
                "20260103000000_more",
                "CREATE TABLE mails (id integer PRIMARY KEY); GRANT ALL ON mails TO reader;",
                "DROP TABLE mails;")
            .migration(
                "20260104000000_none",
                "REVOKE ALL ON users, mails FROM reader; DROP ROLE reader;",
                ROLES + "GRANT ALL ON mails TO reader;");
    for (int time = 0; time < 2; time++) {
      assertThat(line.whimbrel("review").out()).doesNotContain("[fails]");
      assertThat(line.whimbrel("prove", "--all").out())
          .contains("_roles: lossless", "_more: lossless", "_none: lossless")
          .doesNotContain("on the way there");
    }
  }

  /** On the server where they will run there are roles that no migration makes. */
  @Test
  void takesRolesThatNoMigrationMakesAsThere() {
    CommandLine line =
        project()
            .migration(
                "20260102000000_grant",
                "GRANT SELECT ON users TO elsewhere; ALTER TABLE users OWNER TO \"The Owner\";",
                "ALTER TABLE users OWNER TO CURRENT_USER; REVOKE SELECT ON users FROM elsewhere;")
            .migration(
                "20260103000000_alone",
                "GRANT INSERT ON users TO third;",
                "REVOKE INSERT ON users FROM third;");
    assertThat(line.whimbrel("review").out()).doesNotContain("[fails]");
    assertThat(line.whimbrel("prove", "--all").out())
        .contains("_grant: lossless", "_alone: lossless")
        .doesNotContain("on the way there");
  }

  @Test
  void leavesNoRoleOnAServerThatIsLent() {
    try (ScratchServer lent = ScratchServer.embedded();
        var session =
            JdbcSession.open(
                lent.url("postgres"), Optional.of(lent.user()), Optional.of(lent.password()))) {
      session.execute("CREATE ROLE resident");
      CommandLine line =
          new CommandLine(folder)
              .file(
                  "whimbrel.yaml",
                  """
                  dialect: postgresql
                  migrations: migrations
                  schema: schema.sql
                  scratch:
                    url: %s
                    user: %s
                    password: %s
                  """
                      .formatted(
                          lent.url("postgres").replace("jdbc:", ""), lent.user(), lent.password()))
              .file(
                  "schema.sql",
                  """
                  CREATE ROLE keeper;
                  CREATE TABLE users (id integer PRIMARY KEY);
                  ALTER TABLE users OWNER TO keeper;
                  GRANT SELECT ON users TO somebody;
                  GRANT SELECT ON users TO resident;
                  """);
      for (int time = 0; time < 2; time++) {
        assertThat(line.whimbrel("export").out()).contains("CREATE TABLE");
        assertThat(session.query("SELECT rolname AS name FROM pg_roles WHERE rolname !~ '^pg_'"))
            .extracting(row -> row.text("name"))
            .containsExactlyInAnyOrder(lent.user(), "resident");
      }
    }
  }

  private CommandLine project() {
    return new CommandLine(folder)
        .file("whimbrel.yaml", "dialect: postgresql\nmigrations: migrations\n")
        .migration(
            "20260101000000_first",
            "CREATE TABLE users (id integer PRIMARY KEY);",
            "DROP TABLE users;");
  }
}
