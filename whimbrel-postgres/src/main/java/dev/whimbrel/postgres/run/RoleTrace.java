package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.ServerTrace;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.postgres.spell.Identifier;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The roles of a server, which belong to all of its databases. */
public record RoleTrace(Session session, Set<String> before) implements ServerTrace {
  private static final Pattern OF_SERVER =
      Pattern.compile(
          "(?i)\\b((create|drop|alter)\\s+(role|user(?!\\s+mapping)|group|database|tablespace)"
              + "|reassign\\s+owned|alter\\s+system)\\b");

  /** Notes the roles that there are. */
  public static RoleTrace begun(Session session) {
    return new RoleTrace(session, roles(session));
  }

  /** Whether SQL, code within it too, speaks of what belongs to the server. */
  public static boolean isIn(String sql) {
    return OF_SERVER.matcher(sql).find();
  }

  private static Set<String> roles(Session session) {
    return session.query("SELECT rolname AS name FROM pg_roles").stream()
        .map(row -> row.text("name"))
        .collect(Collectors.toSet());
  }

  @Override
  public void takeBack(String tried) {
    var made = new HashSet<>(roles(session));
    made.removeAll(before);
    String words = tried.toLowerCase(Locale.ROOT);
    made.stream().filter(role -> words.contains(role.toLowerCase(Locale.ROOT))).forEach(this::drop);
  }

  private void drop(String role) {
    try {
      session.execute("DROP OWNED BY " + Identifier.quoted(role));
      session.execute("DROP ROLE " + Identifier.quoted(role));
    } catch (DatabaseException used) {
      return; // another database has come to need it meanwhile
    }
  }
}
