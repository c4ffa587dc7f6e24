package dev.whimbrel.review.forecast;

import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers about a database that is in use, and nothing of what is in it.
 *
 * @param taken when
 */
public record Statistics(Instant taken, Readings readings) {
  public Duration longestTransaction() {
    return readings.longestTransaction();
  }

  public Optional<TableSize> of(ObjectName table) {
    return Optional.ofNullable(readings.tables().get(table));
  }

  /** The same after a statement that gives a table another name. */
  public Statistics after(Deed deed) {
    return deed instanceof Deed.Alter alter
        ? alter.actions().stream()
            .flatMap(each -> renamed(alter.table(), each.action()).stream())
            .findFirst()
            .map(name -> called(alter.table(), name))
            .orElse(this)
        : this;
  }

  private Statistics called(ObjectName before, ObjectName name) {
    var tables = new TreeMap<>(readings.tables());
    Optional.ofNullable(tables.remove(before)).ifPresent(size -> tables.put(name, size));
    return new Statistics(taken, new Readings(readings.longestTransaction(), tables));
  }

  private static Optional<ObjectName> renamed(ObjectName table, Action action) {
    return action instanceof Action.RenameTable(String to)
        ? Optional.of(new ObjectName(table.namespace(), to))
        : Optional.empty();
  }

  /** The size of a table as SQL writes its name: with a namespace or not, in quotes or not. */
  public Optional<TableSize> of(String name) {
    return of(ObjectName.parse(name));
  }
}
