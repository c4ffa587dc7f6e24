package dev.whimbrel.scenarios.breadth;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.testkit.script.Piece;
import dev.whimbrel.testkit.script.Script;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a database took of a random schema.
 *
 * @param refused the pieces that it did not take, with what it said
 */
record Loaded(Script script, Map<Piece, String> refused) {
  /** Tries piece after piece. */
  static Loaded into(Session session, Script wanted) {
    var refused = new LinkedHashMap<Piece, String>();
    Script taken = wanted;
    session.execute("BEGIN");
    for (Piece piece : wanted.pieces()) {
      if (taken.pieces().contains(piece) && !takes(session, piece, refused)) {
        taken = taken.without(Set.of(piece.number()));
      }
    }
    session.execute("COMMIT");
    return new Loaded(taken, refused);
  }

  private static boolean takes(Session session, Piece piece, Map<Piece, String> refused) {
    session.execute("SAVEPOINT piece");
    try {
      session.execute(piece.sql());
      return true;
    } catch (DatabaseException refusal) {
      refused.put(piece, String.valueOf(refusal.getMessage()));
      session.execute("ROLLBACK TO piece");
      return false;
    }
  }
}
