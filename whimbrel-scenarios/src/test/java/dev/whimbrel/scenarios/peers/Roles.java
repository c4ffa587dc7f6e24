package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.scratch.ScratchServer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Roles belong to the whole server, so that what one case made would be there for the next. */
final class Roles {
  private static final String QUERY =
      """
      SELECT quote_ident(rolname) AS name FROM pg_roles
      WHERE rolname !~ '^pg_' AND rolname <> current_user
      """;

  private static final Pattern MISSING = Pattern.compile("role \"(.+)\" does not exist");

  private Roles() {}

  /** Makes the role that a statement was refused for, if it was. */
  static boolean made(Session session, DatabaseException refusal) {
    var missing = MISSING.matcher(String.valueOf(refusal.getMessage()));
    if (!missing.find()) {
      return false;
    }
    session.execute("CREATE ROLE \"" + missing.group(1).replace("\"", "\"\"") + "\"");
    return true;
  }

  static void forget(ScratchServer server) {
    try (JdbcSession session = open(server)) {
      List<Row> made = session.query(QUERY);
      made.forEach(role -> session.execute("DROP ROLE " + role.text("name")));
    }
  }

  static JdbcSession open(ScratchServer server) {
    return JdbcSession.open(
        server.url("postgres"), Optional.of(server.user()), Optional.of(server.password()));
  }
}
