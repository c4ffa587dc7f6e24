package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.sqlite.parse.Names;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold at the end of a migration without foreign keys, as it held at its beginning. */
final class RebuildChecks {
  private static final int SHOWN = 5;

  private final Session session;
  private final List<RebuiltTable> rebuilt;
  private final Orphans orphans;
  private final MissingTargets targets;
  private final RowCounts counts;

  /** Notes how things are at the beginning. */
  RebuildChecks(Session session, List<RebuiltTable> rebuilt) {
    this.session = session;
    this.rebuilt = rebuilt;
    this.orphans = Orphans.in(session);
    this.targets = MissingTargets.in(session);
    this.counts = new RowCounts(session, rebuilt);
  }

  /** The end of a migration that would lose rows; the letter is written when it is rolled back. */
  static final class RowsMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RebuiltTable table;
    private final long missing;

    RowsMissingException(RebuiltTable table, long missing) {
      super("rows of " + table.first() + " are missing");
      this.table = table;
      this.missing = missing;
    }

    String letter(LostRows lost) {
      return lost.letter(table, missing);
    }
  }

  /** Throws if it does not hold. */
  void check() {
    MissingTargets.in(session).refuseMoreThan(targets);
    Orphans.in(session).refuseMoreThan(orphans);
    counts
        .shrunk()
        .ifPresent(table -> {
          throw new RowsMissingException(table, counts.missing(table));
        });
    rebuilt.stream().map(RebuiltTable::last).filter(counts::isThere).forEach(this::checkContent);
  }

  /** Structure, NOT NULL, checks, and whether indexes have what the table has. */
  private void checkContent(String table) {
    List<Row> told = session.query("PRAGMA integrity_check(" + Names.quoted(table) + ")");
    List<String> wrong =
        told.stream()
            .flatMap(row -> row.values().values().stream().map(String::valueOf))
            .filter(text -> !text.equals("ok"))
            .toList();
    if (!wrong.isEmpty()) {
      throw new RefusedException(
          wrong.stream()
              .limit(SHOWN)
              .collect(
                  Collectors.joining(
                      "; ",
                      "After this migration SQLite would find " + table + " broken: ",
                      ". Everything was rolled back; mend the migration.")));
    }
  }
}
