package dev.whimbrel.migrate.run;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import dev.whimbrel.migrate.history.Progress;
import dev.whimbrel.migrate.run.MigrationStatus.State;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param lines all lines of the history on each migration, in order
 */
record Standing(
    SequencedMap<MigrationId, Migration> migrations,
    SequencedMap<MigrationId, HistoryEntry> applied,
    Map<MigrationId, List<HistoryEntry>> lines) {

  static Standing of(List<Migration> migrations, List<HistoryEntry> entries) {
    SequencedMap<MigrationId, HistoryEntry> applied = new LinkedHashMap<>();
    for (HistoryEntry entry : entries) {
      switch (entry.event()) {
        case APPLIED -> applied.putLast(entry.id(), entry);
        case ROLLED_BACK -> applied.remove(entry.id());
        case FAILED, ANNOUNCED, DONE -> {}
      }
    }
    return new Standing(
        migrations.stream()
            .collect(toMap(Migration::id, identity(), (a, b) -> a, LinkedHashMap::new)),
        applied,
        entries.stream().collect(groupingBy(HistoryEntry::id)));
  }

  /** Whether a migration is applied by what its lines say. */
  static boolean isApplied(List<HistoryEntry> lines) {
    return lines.reversed().stream()
        .map(HistoryEntry::event)
        .filter(event -> event == Event.APPLIED || event == Event.ROLLED_BACK)
        .findFirst()
        .equals(Optional.of(Event.APPLIED));
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

  /** How far a migration came that is neither wholly applied nor wholly taken back. */
  Optional<Progress> progress(MigrationId id) {
    return Progress.of(lines.getOrDefault(id, List.of()));
  }

  /** Whether something is known from another tool only, and not written down here yet. */
  boolean hasInherited() {
    return lines.values().stream().flatMap(List::stream).anyMatch(HistoryEntry::isInherited);
  }

  /** The last one in the directory that ran; without any, the last by name. */
  Optional<MigrationId> youngest() {
    return migrations.sequencedKeySet().reversed().stream()
        .filter(applied::containsKey)
        .findFirst()
        .or(() -> applied.keySet().stream().max(Comparator.naturalOrder()));
  }

  /** The way back in the file, while it belongs to what ran. */
  Optional<Script> down(HistoryEntry ran) {
    return Optional.ofNullable(migrations.get(ran.id()))
        .filter(migration -> isSame(migration, ran))
        .flatMap(Migration::down);
  }

  private MigrationStatus status(MigrationId id) {
    Optional<HistoryEntry> ran = Optional.ofNullable(applied.get(id));
    return new MigrationStatus(
        id,
        ran.map(this::stateOfApplied).orElseGet(() -> stateOfPending(id)),
        ran.or(() -> last(id)),
        progress(id),
        youngest());
  }

  private Optional<HistoryEntry> last(MigrationId id) {
    return lines.getOrDefault(id, List.of()).reversed().stream()
        .filter(line -> !Progress.concerns(line.event()))
        .findFirst();
  }

  private State stateOfApplied(HistoryEntry ran) {
    Migration migration = migrations.get(ran.id());
    if (progress(ran.id()).isPresent()) {
      return State.HALF_BACK;
    }
    if (migration == null) {
      return State.MISSING;
    }
    if (isSame(migration, ran)) {
      return State.APPLIED;
    }
    return migration.repeatable() ? State.PENDING : State.CHANGED;
  }

  private State stateOfPending(MigrationId id) {
    if (progress(id).isPresent()) {
      return State.UNFINISHED;
    }
    if (last(id).filter(entry -> entry.event() == Event.FAILED).isPresent()) {
      return State.FAILED;
    }
    return isOvertaken(id) ? State.OUT_OF_ORDER : State.PENDING;
  }

  private static boolean isSame(Migration migration, @Nullable HistoryEntry ran) {
    return ran != null && migration.up().checksum().equals(ran.checksum());
  }
}
