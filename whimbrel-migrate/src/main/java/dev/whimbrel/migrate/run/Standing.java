package dev.whimbrel.migrate.run;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import dev.whimbrel.migrate.run.MigrationStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Directory and history side by side: what ran, what is to run, where they disagree.
 *
 * @param migrations by id, in the order in which they run
 * @param applied what is applied now, in the order in which it was
 * @param last the last line of the history on each migration
 */
record Standing(
    SequencedMap<MigrationId, Migration> migrations,
    SequencedMap<MigrationId, HistoryEntry> applied,
    Map<MigrationId, HistoryEntry> last) {

  static Standing of(List<Migration> migrations, List<HistoryEntry> entries) {
    SequencedMap<MigrationId, HistoryEntry> applied = new LinkedHashMap<>();
    Map<MigrationId, HistoryEntry> last = new LinkedHashMap<>();
    for (HistoryEntry entry : entries) {
      last.put(entry.id(), entry);
      switch (entry.event()) {
        case APPLIED -> applied.putLast(entry.id(), entry);
        case ROLLED_BACK -> applied.remove(entry.id());
        case FAILED -> {}
      }
    }
    return new Standing(
        migrations.stream()
            .collect(toMap(Migration::id, identity(), (a, b) -> a, LinkedHashMap::new)),
        applied,
        last);
  }

  /** Every migration that is in the directory or applied, in the order of the directory. */
  List<MigrationStatus> statuses() {
    var ids = new ArrayList<>(migrations.keySet());
    applied.keySet().stream()
        .filter(id -> !migrations.containsKey(id))
        .forEach(missing -> ids.add(placeAmong(ids, missing), missing));
    return ids.stream().map(this::status).toList();
  }

  /** What is missing has no place any more; its name says best where it was. */
  private static int placeAmong(List<MigrationId> ids, MigrationId missing) {
    int place = 0;
    while (place < ids.size() && ids.get(place).compareTo(missing) < 0) {
      place++;
    }
    return place;
  }

  List<Migration> pending() {
    return migrations.values().stream()
        .filter(migration -> !isApplied(migration.id()) || isToRunAgain(migration))
        .toList();
  }

  boolean isApplied(MigrationId id) {
    return applied.containsKey(id);
  }

  /** Whether a migration that comes after this one in the directory ran. */
  boolean isOvertaken(MigrationId id) {
    return migrations.sequencedValues().reversed().stream()
        .filter(migration -> !migration.repeatable())
        .takeWhile(migration -> !migration.id().equals(id))
        .anyMatch(migration -> isApplied(migration.id()));
  }

  private boolean isToRunAgain(Migration migration) {
    return migration.repeatable() && !isSame(migration, applied.get(migration.id()));
  }

  /** The way back that belongs to what ran: the file's while it is the same migration. */
  Optional<Script> down(HistoryEntry ran) {
    return Optional.ofNullable(migrations.get(ran.id()))
        .filter(migration -> isSame(migration, ran))
        .flatMap(Migration::down)
        .or(() -> ran.downScript().map(Script::new));
  }

  private MigrationStatus status(MigrationId id) {
    Optional<HistoryEntry> ran = Optional.ofNullable(applied.get(id));
    return new MigrationStatus(
        id,
        ran.map(this::stateOfApplied).orElseGet(() -> stateOfPending(id)),
        ran.or(() -> Optional.ofNullable(last.get(id))));
  }

  private State stateOfApplied(HistoryEntry ran) {
    Migration migration = migrations.get(ran.id());
    if (migration == null) {
      return State.MISSING;
    }
    if (isSame(migration, ran)) {
      return State.APPLIED;
    }
    return migration.repeatable() ? State.PENDING : State.CHANGED;
  }

  private State stateOfPending(MigrationId id) {
    HistoryEntry entry = last.get(id);
    if (entry != null && entry.event() == Event.FAILED) {
      return State.FAILED;
    }
    return isOvertaken(id) ? State.OUT_OF_ORDER : State.PENDING;
  }

  private static boolean isSame(Migration migration, @Nullable HistoryEntry ran) {
    return ran != null && migration.up().checksum().equals(ran.checksum());
  }
}
