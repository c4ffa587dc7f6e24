package dev.whimbrel.kit;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.compare.Respelling;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.util.Optional;

/** Asks a scratch server whether two spellings are the same, where only a server can know. */
record ScratchSpelling(Dialect dialect) {
  /** The one kind of server that can be started. */
  private static final String SERVER = "jdbc:postgresql:";

  /**
   * The second schema, spelled as the first where both mean the same; starts a server if it must.
   */
  Schema settled(Schema from, Schema to) {
    var respelling = new Respelling(from, to);
    if (from.equals(to) || !dialect.speaks(SERVER) || !respelling.isWorthwhile()) {
      return to;
    }
    try (ScratchServer server = ScratchServer.embedded();
        ScratchDatabase database = server.create();
        JdbcSession session = session(database)) {
      return respelling.settled(dialect.normalizerOn(session)::normalize);
    } catch (ScratchException | DatabaseException noAnswer) {
      // Without an answer the difference stands as it is written, and a person sees it in the SQL.
      return to;
    }
  }

  private static JdbcSession session(ScratchDatabase database) {
    return JdbcSession.open(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }
}
