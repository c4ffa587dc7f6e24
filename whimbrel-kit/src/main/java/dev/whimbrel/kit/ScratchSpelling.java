package dev.whimbrel.kit;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.compare.Respelling;
import dev.whimbrel.kit.sql.ScratchPlace;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchException;
import dev.whimbrel.scratch.ScratchServer;
import java.util.Optional;

/** Asks a scratch server whether two spellings are the same, where only a server can know. */
public record ScratchSpelling(Dialect dialect, ScratchPlace scratch) {
  /** The one kind of server that can be started. */
  private static final String SERVER = "jdbc:postgresql:";

  /**
   * A schema, and what a person should know about its spelling.
   *
   * @param remark empty where there is nothing to know
   */
  public record Settled(Schema schema, Optional<String> remark) {}

  /**
   * The second schema, spelled as the first where both mean the same; starts a server if it must.
   */
  Settled settled(Schema from, Schema to) {
    var respelling = new Respelling(from, to);
    if (from.equals(to) || !dialect.speaks(SERVER) || !respelling.isWorthwhile()) {
      return new Settled(to, Optional.empty());
    }
    try (ScratchServer server = scratch.open();
        ScratchDatabase database = server.create();
        JdbcSession session = session(database)) {
      return new Settled(
          respelling.settled(dialect.normalizerOn(session)::normalize), Optional.empty());
    } catch (ScratchException | DatabaseException noAnswer) {
      return new Settled(to, Optional.of(unasked(noAnswer)));
    }
  }

  private static String unasked(RuntimeException why) {
    return ("An expression is written in another way than before. Whether it means the same, only a"
            + " server can tell, and there was none to ask, so it counts as changed: look at"
            + " the SQL. (%s)")
        .formatted(String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
  }

  private static JdbcSession session(ScratchDatabase database) {
    return JdbcSession.open(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }
}
