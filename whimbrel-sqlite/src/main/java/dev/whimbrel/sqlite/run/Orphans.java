package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that refer to what is not there.
 *
 * @param rows one sentence for each; absent when foreign keys do not fit their targets, so that
 *     SQLite cannot check them
 */
record Orphans(Optional<List<String>> rows) {
  private static final int SHOWN = 10;

  static Orphans in(Session session) {
    try {
      return new Orphans(
          Optional.of(
              session.query("PRAGMA foreign_key_check").stream().map(Orphans::sentence).toList()));
    } catch (DatabaseException unfit) {
      return new Orphans(Optional.empty());
    }
  }

  void refuseMoreThan(Orphans before) {
    if (before.rows().isEmpty()) {
      return;
    }
    if (rows.isEmpty()) {
      throw new RefusedException(
          "After this migration a foreign key would refer to columns that are neither a primary key"
              + " nor unique. Everything was rolled back; make them unique, or change the key.");
    }
    var added = new ArrayList<>(rows.get());
    before.rows().get().forEach(added::remove);
    if (!added.isEmpty()) {
      throw new RefusedException(letter(added));
    }
  }

  private static String letter(List<String> added) {
    String shown = added.stream().limit(SHOWN).collect(Collectors.joining("; "));
    String more = added.size() > SHOWN ? "; and " + (added.size() - SHOWN) + " more" : "";
    return "After this migration rows would refer to rows that are not there: "
        + shown
        + more
        + ". Everything was rolled back; mend those rows or the migration, then run it again.";
  }

  private static String sentence(Row row) {
    String which = row.find("rowid").map(rowid -> " row " + rowid).orElse(" a row");
    return row.text("table") + which + " to " + row.text("parent");
  }
}
