package dev.whimbrel.migrate.history;

import dev.whimbrel.dialect.HistoryTable;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to migrations in one database, kept in a table there. */
public final class History {
  private final Session session;
  private final HistoryTable table;
  private final Author author;
  private final Clock clock;
  private final Predecessor predecessor;
  private final LinesSoFar soFar = new LinesSoFar();
  private String name;
  private boolean alone;
  private OptionalLong next = OptionalLong.empty();

  public History(Session session, HistoryTable table, Author author, Clock clock) {
    this(session, table, author, clock, Predecessor.none());
  }

  /**
   * @param predecessor what another tool knows counts as well, as far as this history says nothing
   */
  public History(
      Session session, HistoryTable table, Author author, Clock clock, Predecessor predecessor) {
    this.predecessor = predecessor;
    this.session = session;
    this.table = table;
    this.author = author;
    this.clock = clock;
    this.name = table.name();
  }

  /**
   * All lines in the order in which they were written, those that are yet to be carried over from
   * another tool behind them; none where there is no table yet.
   */
  public List<HistoryEntry> entries() {
    List<HistoryEntry> own = own();
    List<Claim> inherited = inherited(own.stream().map(HistoryEntry::id));
    return inherited.isEmpty()
        ? own
        : Stream.concat(own.stream(), inherited.stream().map(this::line)).toList();
  }

  /** The gist of all lines, in order; nothing if there is more to say than a gist. */
  public Optional<List<Gist>> gist() {
    List<Gist> own = find() ? new HistoryReading(session, name).gist() : List.of();
    return inherited(own.stream().map(Gist::id)).isEmpty() ? Optional.of(own) : Optional.empty();
  }

  /**
   * What another tool says of migrations of which this history says nothing.
   *
   * @param own the migrations of which it says something
   */
  private List<Claim> inherited(Stream<MigrationId> own) {
    List<Claim> claims = predecessor.claims(session);
    if (claims.isEmpty()) {
      return claims;
    }
    Set<MigrationId> known = own.collect(Collectors.toSet());
    return claims.stream().filter(claim -> !known.contains(claim.id())).toList();
  }

  private HistoryEntry line(Claim claim) {
    return new HistoryEntry(
        0,
        claim.id(),
        claim.event(),
        claim.event() == Event.ROLLED_BACK ? Direction.DOWN : Direction.UP,
        OptionalInt.empty(),
        claim.checksum(),
        claim.at().orElseGet(clock::instant).toString(),
        author.name(),
        Duration.ZERO,
        author.version(),
        Optional.of(claim.reason()));
  }

  private List<HistoryEntry> own() {
    return find() ? new HistoryReading(session, name).entries() : List.of();
  }

  /** The lines on one migration, in order; of all lines, only those that are new are read. */
  public List<HistoryEntry> entries(MigrationId id) {
    return soFar.on(id, new HistoryReading(session, name));
  }

  /** The way back as it was when a migration ran. */
  public Optional<String> downScript(HistoryEntry applied) {
    return session
        .query("SELECT down_script FROM %s WHERE number = ?".formatted(name), applied.number())
        .stream()
        .findFirst()
        .flatMap(row -> row.find("down_script"));
  }

  /**
   * Makes the table where there is none.
   *
   * @param first what comes first in each transaction
   * @throws HalfwayException if another tool left a migration half-way
   */
  public void prepare(Consumer<Session> first) {
    prepare(first, Optional.empty());
  }

  /**
   * The same where a person has looked at one migration and says how it stands.
   *
   * @param judged that one, whatever another tool says of it
   */
  public void prepare(Consumer<Session> first, Optional<MigrationId> judged) {
    if (!find()) {
      session.inTransaction(() -> {
        first.accept(session);
        table.creation().forEach(session::execute);
      });
      find();
    }
    carryOver(first, judged);
    predecessor.prepare(session);
  }

  /**
   * Writes down what another tool says of migrations of which this history says nothing.
   *
   * @param first what comes first in each transaction
   */
  private void carryOver(Consumer<Session> first, Optional<MigrationId> judged) {
    List<Claim> claims = inherited(own().stream().map(HistoryEntry::id));
    HalfwayException.refuse(
        claims.stream().filter(claim -> !judged.equals(Optional.of(claim.id()))).toList());
    if (!claims.isEmpty()) {
      session.inTransaction(() -> {
        first.accept(session);
        claims.forEach(claim -> write(inherited(claim)));
      });
    }
  }

  private static HistoryLine inherited(Claim claim) {
    Direction direction = claim.event() == Event.ROLLED_BACK ? Direction.DOWN : Direction.UP;
    return new HistoryLine(claim.id(), claim.event(), direction, claim.checksum())
        .because(Optional.of(claim.reason()));
  }

  public void recordApplied(Migration migration, Duration duration) {
    recordApplied(migration, duration, Optional.empty());
  }

  /**
   * Marks a migration as applied.
   *
   * @param reason why it counts as such if it did not run
   */
  public void recordApplied(Migration migration, Duration duration, Optional<String> reason) {
    write(
        new HistoryLine(migration.id(), Event.APPLIED, Direction.UP, migration.up().checksum())
            .lasting(duration)
            .withWayBack(migration.down().map(Script::sql))
            .because(reason));
    predecessor.applied(session, migration, duration);
  }

  public void recordFailed(Migration migration, Duration duration, String reason) {
    write(
        new HistoryLine(migration.id(), Event.FAILED, Direction.UP, migration.up().checksum())
            .lasting(duration)
            .because(Optional.of(reason)));
  }

  /**
   * Marks a migration as rolled back.
   *
   * @param applied the line that says that it ran
   */
  public void recordRolledBack(HistoryEntry applied, Duration duration) {
    recordRolledBack(applied.id(), applied.checksum(), duration, Optional.empty());
  }

  /** Marks a migration as rolled back, whatever was known of it. */
  public void recordRolledBack(
      MigrationId id, String checksum, Duration duration, Optional<String> reason) {
    write(
        new HistoryLine(id, Event.ROLLED_BACK, Direction.DOWN, checksum)
            .lasting(duration)
            .because(reason));
    predecessor.rolledBack(session, id);
  }

  /**
   * Notes how far a migration is.
   *
   * @param event announced or done
   * @param statement counted from 1
   * @param checksum of the statements up to that one
   */
  public void recordStep(
      MigrationId id, Event event, Direction direction, int statement, String checksum) {
    write(new HistoryLine(id, event, direction, checksum).about(statement));
  }

  /** From here on nobody else writes, so that lines are counted here and not by the database. */
  public void countAlone() {
    alone = true;
  }

  /** Whether the table is there; learns its full name, for a script may change what names mean. */
  private boolean find() {
    List<Row> found = session.query(table.presence());
    name = found.isEmpty() ? table.name() : found.getFirst().find("name").orElse(table.name());
    return !found.isEmpty();
  }

  private void write(HistoryLine line) {
    if (alone) {
      insert("?", Stream.concat(Stream.of(next()), values(line)));
    } else {
      insert("(SELECT COALESCE(MAX(number), 0) + 1 FROM " + name + ")", values(line));
    }
  }

  /** A number that was rolled back with its line is missing then, which troubles nobody. */
  private long next() {
    long number = next.isPresent() ? next.getAsLong() : 1 + last();
    next = OptionalLong.of(number + 1);
    return number;
  }

  private long last() {
    return session
        .query("SELECT COALESCE(MAX(number), 0) AS last FROM " + name)
        .getFirst()
        .number("last");
  }

  /** Two runs that no lock keeps apart would want the same number, and one of them fails whole. */
  private void insert(String number, Stream<@Nullable Object> values) {
    session.execute(
        "INSERT INTO "
            + name
            + " (number, id, state, direction, statement, checksum, recorded_at, recorded_by,"
            + " duration_ms, whimbrel_version, down_script, reason) VALUES ("
            + number
            + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values.toArray());
  }

  private Stream<@Nullable Object> values(HistoryLine line) {
    return Stream.of(
        line.id().value(),
        word(line.event()),
        word(line.direction()),
        line.statement(),
        line.checksum(),
        clock.instant().toString(),
        author.name(),
        line.duration().toMillis(),
        author.version(),
        line.downScript(),
        line.reason());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
