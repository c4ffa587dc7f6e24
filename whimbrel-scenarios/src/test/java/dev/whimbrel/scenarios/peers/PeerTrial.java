package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes both schemas of a case and lets the dump tool judge the passage between them. */
final class PeerTrial {
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

  private void load(ConnectionUrl url, String script) {
    try (JdbcSession session = JdbcSession.open(url)) {
      dialect
          .splitter()
          .split(script.replaceAll("(?m)^\\\\.*$", ""))
          .forEach(statement -> load(session, statement.sql()));
    }
  }

  /** Who is spoken of need not be there on a server of our own, so that we make them. */
  private static void load(JdbcSession session, String sql) {
    try {
      session.execute(sql);
    } catch (DatabaseException refusal) {
      if (!Roles.made(session, refusal)) {
        throw refusal;
      }
      load(session, sql);
    }
  }

  private RenameResolver renames() {
    return new Renames(
        List.of(), Decisions.parse(pair.decisions()), question -> Optional.of(question.added()));
  }
}
