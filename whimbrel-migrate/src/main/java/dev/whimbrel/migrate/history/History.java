package dev.whimbrel.migrate.history;

import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happened to migrations in one database, kept in a table there. */
public final class History {
  private final Session session;
  private final HistoryTable table;
  private final Author author;
  private final Clock clock;
  private final Predecessor predecessor;

  public History(Session session, HistoryTable table, Author author, Clock clock) {
    this(session, table, author, clock, Predecessor.none());
  }

  /**
   * @param predecessor what another tool knows counts as well, as far as this history says nothing
   */
  public History(
      Session session,
      HistoryTable table,
      Author author,
      Clock clock,
      Predecessor predecessor) {
    this.predecessor = predecessor;
    this.session = session;
    this.table = table;
    this.author = author;
    this.clock = clock;
  }

  /**
   * All lines in the order in which they were written, those that are yet to be carried over from
   * another tool behind them; none where there is no table yet.
   */
  public List<HistoryEntry> entries() {
    List<HistoryEntry> own = own();
    return Stream.concat(own.stream(), inherited(own).map(this::line)).toList();
  }

  /** What another tool says of migrations of which this history says nothing. */
  private Stream<Claim> inherited(List<HistoryEntry> own) {
    Set<MigrationId> known = own.stream().map(HistoryEntry::id).collect(Collectors.toSet());
    return predecessor.claims(session).stream().filter(claim -> !known.contains(claim.id()));
  }

  private HistoryEntry line(Claim claim) {
    return new HistoryEntry(
        0,
        claim.id(),
        claim.event(),
        claim.checksum(),
        claim.at().orElseGet(clock::instant),
        author.name(),
        Duration.ZERO,
        author.version(),
        Optional.empty(),
        Optional.of(claim.reason()));
  }

  /**
   * Writes down what another tool says of migrations of which this history says nothing.
   *
   * @throws UnfinishedException if it left one half-way
   */
  public void carryOver() {
    List<Claim> claims = inherited(own()).toList();
    new LastWords(claims).requireNoneHalf();
    if (!claims.isEmpty()) {
      session.inTransaction(() -> claims.forEach(claim -> write(line(claim))));
    }
  }

  private List<HistoryEntry> own() {
    return isThere()
        ? session.query("SELECT * FROM " + table.name() + " ORDER BY number").stream()
            .map(History::entry)
            .toList()
        : List.of();
  }

  /** Whether the last thing that happened to a migration, failures aside, is that it ran. */
  public boolean isApplied(MigrationId id) {
    String sql =
        "SELECT state FROM %s WHERE id = ? AND state <> 'failed' ORDER BY number DESC"
            .formatted(table.name());
    return session.query(sql, id.value()).stream()
        .findFirst()
        .filter(row -> row.text("state").equals(word(Event.APPLIED)))
        .isPresent();
  }

  /** Makes the table where there is none. */
  public void prepare() {
    if (!isThere()) {
      session.inTransaction(() -> table.creation().forEach(session::execute));
    }
  }

  public void recordApplied(Migration migration, Duration duration) {
    record(
        migration.id(),
        Event.APPLIED,
        migration.up().checksum(),
        duration,
        migration.down().map(down -> down.sql()).orElse(null),
        null);
  }

  public void recordFailed(Migration migration, Duration duration, String reason) {
    record(migration.id(), Event.FAILED, migration.up().checksum(), duration, null, reason);
  }

  /**
   * Marks a migration as rolled back.
   *
   * @param applied the line that says that it ran
   */
  public void recordRolledBack(HistoryEntry applied, Duration duration) {
    record(applied.id(), Event.ROLLED_BACK, applied.checksum(), duration, null, null);
  }

  private boolean isThere() {
    return !session.query(table.presence()).isEmpty();
  }

  /** Two runs that no lock keeps apart would want the same number, and one of them fails whole. */
  private void record(
      MigrationId id,
      Event event,
      String checksum,
      Duration duration,
      @Nullable String downScript,
      @Nullable String reason) {
    session.execute(
        """
        INSERT INTO %1$s (number, id, state, checksum, recorded_at, recorded_by,
          duration_ms, whimbrel_version, down_script, reason)
        VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM %1$s), ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """
            .formatted(table.name()),
        id.value(),
        word(event),
        checksum,
        clock.instant().toString(),
        author.name(),
        duration.toMillis(),
        author.version(),
        downScript,
        reason);
  }

  private static HistoryEntry entry(Row row) {
    return new HistoryEntry(
        row.number("number"),
        new MigrationId(row.text("id")),
        Event.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.text("checksum"),
        Instant.parse(row.text("recorded_at")),
        row.text("recorded_by"),
        Duration.ofMillis(row.number("duration_ms")),
        row.text("whimbrel_version"),
        row.find("down_script"),
        row.find("reason"));
  }

  private static String word(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }
}
