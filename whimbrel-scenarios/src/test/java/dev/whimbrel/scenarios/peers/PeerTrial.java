package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.scenarios.RealDatabase;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import dev.whimbrel.testkit.database.PostgresDump;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes both schemas of a case and lets the dump tool judge the passage between them. */
final class PeerTrial {
  private static final Pattern SCHEMA = Pattern.compile("schema \"(.+)\" does not exist");

  private final Dialect dialect = new PostgresDialect();
  private final PeerCase pair;
  private final ConnectionUrl here;
  private final ConnectionUrl there;

  private final LiveTables live;
  private final Function<ConnectionUrl, String> dump;

  private PeerTrial(
      PeerCase pair,
      LiveTables live,
      ConnectionUrl here,
      ConnectionUrl there,
      Function<ConnectionUrl, String> dump) {
    this.dump = dump;
    this.pair = pair;
    this.live = live;
    this.here = here;
    this.there = there;
  }

  static Outcome of(PeerCase pair, LiveTables live, ScratchServer server) {
    return of(pair, live, server, url -> new PostgresDump(url).withPrivileges());
  }

  /** The same by the word of another dump tool. */
  static Outcome of(
      PeerCase pair, LiveTables live, ScratchServer server, Function<ConnectionUrl, String> dump) {
    try (ScratchDatabase here = server.create();
        ScratchDatabase there = server.create()) {
      return new PeerTrial(
              pair, live, RealDatabase.on(here).url(), RealDatabase.on(there).url(), dump)
          .outcome();
    } finally {
      Roles.forget(server);
    }
  }

  private Outcome outcome() {
    try {
      load(here, pair.from());
      load(there, pair.to());
    } catch (DatabaseException refusal) {
      return new Outcome.DoesNotLoad(String.valueOf(refusal.getMessage()));
    }
    return new Passage(here, there, renames(), live, dump).outcome();
  }

  /** As the author's own tool takes it: a part that comes too early there is tried again. */
  private void load(ConnectionUrl url, String script) {
    try (JdbcSession session = JdbcSession.open(url)) {
      List<String> left = statements(script);
      while (!left.isEmpty()) {
        left = refused(session, left);
      }
    }
  }

  private List<String> statements(String script) {
    return dialect.splitter().split(forThisMachine(script)).stream()
        .map(SqlStatement::sql)
        .toList();
  }

  /** Without what only psql understands, and with locales that every machine has. */
  private static String forThisMachine(String script) {
    return script
        .replaceAll("(?m)^\\\\.*$", "")
        .replaceAll("CREATE EXTENSION plpgsql", "CREATE EXTENSION IF NOT EXISTS plpgsql")
        .replaceAll("[a-z]{2}_[A-Z]{2}\\.(utf8|UTF-8)", "C")
        .replaceAll("\"[a-z]{2}_[A-Z]{2}\"", "\"POSIX\"");
  }

  /** What is left to be tried again, which is less than before. */
  private static List<String> refused(JdbcSession session, List<String> statements) {
    var refused = new LinkedHashMap<String, DatabaseException>();
    for (String each : statements) {
      try {
        load(session, each);
      } catch (DatabaseException refusal) {
        refused.put(each, refusal);
      }
    }
    if (refused.size() == statements.size()) {
      throw refused.firstEntry().getValue();
    }
    return List.copyOf(refused.keySet());
  }

  /** Roles and schemas that are only spoken of need not be there, so that we make them. */
  private static void load(JdbcSession session, String sql) {
    try {
      session.execute(sql);
    } catch (DatabaseException refusal) {
      if (!Roles.made(session, refusal) && !schemaMade(session, refusal)) {
        throw refusal;
      }
      load(session, sql);
    }
  }

  private static boolean schemaMade(Session session, DatabaseException refusal) {
    var missing = SCHEMA.matcher(String.valueOf(refusal.getMessage()));
    if (!missing.find()) {
      return false;
    }
    session.execute("CREATE SCHEMA \"" + missing.group(1) + "\"");
    return true;
  }

  private RenameResolver renames() {
    return new Renames(
        List.of(), Decisions.parse(pair.decisions()), question -> Optional.of(question.added()));
  }
}
