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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Directory and history side by side: what ran, what is to run, where they disagree.
 *
 * @param migrations by id, in the order in which they run
 * @param applied what is applied now, in the order in which it was
 * @param youngest the last one in the directory that is applied; else the last by name
 * @param places of the migrations in that order, counted from 0
 * @param lines all lines of the history on each migration, in order
 */
record Standing(
    SequencedMap<MigrationId, Migration> migrations,
    SequencedMap<MigrationId, HistoryEntry> applied,
    Optional<MigrationId> youngest,
    Map<MigrationId, Integer> places,
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
        youngest(migrations, applied.keySet()),
        places(migrations),
        entries.stream().collect(groupingBy(HistoryEntry::id)));
  }

  /** What runs again whenever it changes comes last in any case, and overtakes nothing. */
  private static Optional<MigrationId> youngest(
      List<Migration> migrations, Set<MigrationId> applied) {
    return migrations.reversed().stream()
        .filter(migration -> !migration.repeatable())
        .map(Migration::id)
        .filter(applied::contains)
        .findFirst()
        .or(() -> applied.stream().max(Comparator.naturalOrder()));
  }

  private static Map<MigrationId, Integer> places(List<Migration> migrations) {
    var places = new HashMap<MigrationId, Integer>();
    migrations.forEach(migration -> places.putIfAbsent(migration.id(), places.size()));
    return places;
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
    Stream.concat(
            applied.keySet().stream(),
            lines.keySet().stream().filter(id -> progress(id).isPresent()))
        .distinct()
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
    return youngest.filter(other -> place(other) > place(id)).isPresent();
  }

  /** Where a migration comes in the directory; those that are not there come before all. */
  int place(MigrationId id) {
    return places.getOrDefault(id, -1);
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
        youngest);
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
      return migrations.containsKey(id) ? State.UNFINISHED : State.MISSING;
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
