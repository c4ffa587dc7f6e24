package dev.whimbrel.scenarios.breadth;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.testkit.script.Piece;
import dev.whimbrel.testkit.script.Script;
import java.util.Set;

/** What a database took of a random schema. */
record Loaded(Script script) {
  /** Tries piece after piece, and leaves what was taken. */
  static Loaded into(Session session, Script wanted) {
    return into(session, wanted, "COMMIT");
  }

  /** Tries piece after piece, and leaves nothing. */
  static Loaded tried(Session session, Script wanted) {
    return into(session, wanted, "ROLLBACK");
  }

  private static Loaded into(Session session, Script wanted, String end) {
    Script taken = wanted;
    session.execute("BEGIN");
    for (Piece piece : wanted.pieces()) {
      if (taken.pieces().contains(piece) && !takes(session, piece)) {
        taken = taken.without(Set.of(piece.number()));
      }
    }
    session.execute(end);
    return new Loaded(taken);
  }

  private static boolean takes(Session session, Piece piece) {
    session.execute("SAVEPOINT piece");
    try {
      session.execute(piece.sql());
      return true;
    } catch (DatabaseException refusal) {
      session.execute("ROLLBACK TO piece");
      return false;
    }
  }
}
