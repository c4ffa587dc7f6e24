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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Directory and history side by side: what ran, what is to run, where they disagree.
 *
 * @param migrations by id, in the order in which they run
 * @param applied what is applied now, in the order in which it was
 * @param lines all lines of the history on each migration, in order
 */
record Standing(
    SortedMap<MigrationId, Migration> migrations,
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
        migrations.stream().collect(toMap(Migration::id, identity(), (a, b) -> b, TreeMap::new)),
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

  /** Every migration that is in the directory or known to the history, in the order of ids. */
  List<MigrationStatus> statuses() {
    var ids = new TreeSet<>(migrations.keySet());
    ids.addAll(applied.keySet());
    return ids.stream().map(this::status).toList();
  }

  List<Migration> pending() {
    return migrations.values().stream().filter(migration -> !isApplied(migration.id())).toList();
  }

  boolean isApplied(MigrationId id) {
    return applied.containsKey(id);
  }

  /** How far a migration came that is neither wholly applied nor wholly taken back. */
  Optional<Progress> progress(MigrationId id) {
    return Progress.of(lines.getOrDefault(id, List.of()));
  }

  /** Whether a migration that is younger than this one ran. */
  boolean isOvertaken(MigrationId id) {
    return youngest().filter(other -> other.compareTo(id) > 0).isPresent();
  }

  Optional<MigrationId> youngest() {
    return applied.keySet().stream().max(Comparator.naturalOrder());
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
    return isSame(migration, ran) ? State.APPLIED : State.CHANGED;
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

  private static boolean isSame(Migration migration, HistoryEntry ran) {
    return migration.up().checksum().equals(ran.checksum());
  }
}
