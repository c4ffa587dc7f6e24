package dev.whimbrel.migrate.adopt;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Claim;
import dev.whimbrel.migrate.history.Predecessor;
import dev.whimbrel.migrate.layout.Layout;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The history that the tool of a layout keeps.
 *
 * @param alongside whether it is kept up to date, so that the tool still agrees
 */
public record Adopted(
    Dialect dialect,
    MigrationDirectory directory,
    OtherHistory history,
    Optional<String> table,
    boolean alongside)
    implements Predecessor {

  /**
   * The history that belongs to a layout.
   *
   * @param table where it is, if not at its usual place
   */
  public static Predecessor of(
      Layout layout,
      Dialect dialect,
      MigrationDirectory directory,
      Optional<String> table,
      boolean alongside,
      Clock clock) {
    return history(layout, clock)
        .<Predecessor>map(history -> new Adopted(dialect, directory, history, table, alongside))
        .orElse(Predecessor.none());
  }

  private static Optional<OtherHistory> history(Layout layout, Clock clock) {
    return switch (layout) {
      case WHIMBREL -> Optional.empty();
      case DRIZZLE -> Optional.of(new DrizzleHistory(clock));
      case PRISMA -> Optional.of(new PrismaHistory(clock));
      case FLYWAY -> Optional.of(new FlywayHistory());
      case NUMBERED -> Optional.of(new LogHistory());
      case PAIRS, DBMATE -> Optional.of(new VersionHistory(layout));
    };
  }

  @Override
  public List<Claim> claims(Session session) {
    return find(session)
        .map(told -> history.claims(told, directory.migrations()))
        .orElse(List.of());
  }

  @Override
  public boolean keeps(String name) {
    return names().stream().anyMatch(own -> own.replaceFirst(".*\\.", "").equals(name));
  }

  @Override
  public void prepare(Session session) {
    if (alongside && find(session).isEmpty()) {
      history.creation(dialect.name(), names().getFirst()).forEach(session::execute);
    }
  }

  @Override
  public void applied(Session session, Migration migration, Duration duration) {
    if (alongside) {
      find(session).ifPresent(told -> history.applied(told, migration, duration));
    }
  }

  @Override
  public void rolledBack(Session session, MigrationId id) {
    if (alongside) {
      find(session).ifPresent(told -> history.rolledBack(told, id, directory.migrations()));
    }
  }

  private Optional<Told> find(Session session) {
    return Told.find(session, dialect.columnsQuery(), names());
  }

  private List<String> names() {
    return table.map(List::of).orElseGet(() -> history.names(dialect.name()));
  }
}
