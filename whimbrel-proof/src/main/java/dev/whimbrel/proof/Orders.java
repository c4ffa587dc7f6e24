package dev.whimbrel.proof;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries in which order two branches of migrations may run.
 *
 * @param course at the state from which both go on
 */
public record Orders(Dialect dialect, Course course) {
  /** What is there when both have run, in one order. */
  private record End(Optional<String> refusal, Schema schema, Content content) {}

  /** Why it matters which branch comes first, if it does. */
  public Optional<String> conflict(List<Migration> first, List<Migration> second) {
    List<Migration> there = joined(first, second);
    List<Migration> back = joined(second, first);
    End one = end(there, false);
    End other = end(back, false);
    return one.refusal()
        .or(other::refusal)
        .or(() -> difference(one.schema(), other.schema()))
        .or(() -> inRows(there, back));
  }

  /**
   * With rows there; what differs between two runs in the same order, such as a time, says nothing,
   * nor does a row that stops both.
   */
  private Optional<String> inRows(List<Migration> there, List<Migration> back) {
    End one = end(there, true);
    End other = end(back, true);
    if (one.refusal().isPresent() || other.refusal().isPresent()) {
      return one.refusal().isPresent() && other.refusal().isPresent()
          ? Optional.empty()
          : one.refusal().or(other::refusal);
    }
    var places = new ArrayList<>(places(one, other));
    if (!places.isEmpty()) {
      places.removeAll(places(one, end(there, true)));
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of("what the rows hold depends on the order: " + String.join(", ", places));
  }

  private static List<String> places(End one, End other) {
    return one.content().lostIn(other.content(), other.content()).stream()
        .map(Content.Lost::place)
        .toList();
  }

  private static List<Migration> joined(List<Migration> first, List<Migration> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private End end(List<Migration> all, boolean filled) {
    try (TrialDatabase database = course.here(all)) {
      if (filled) {
        fill(database);
      }
      Optional<String> refusal = refusal(database, all);
      Schema schema = dialect.inspector().inspect(database.session());
      return new End(refusal, schema, Content.of(dialect, database.session(), schema));
    }
  }

  private void fill(TrialDatabase database) {
    Schema schema = dialect.inspector().inspect(database.session());
    var filler = new RowFiller(dialect, database.session(), schema);
    filler.fill();
    filler.add(HardValues.FULL);
  }

  private Optional<String> refusal(TrialDatabase database, List<Migration> all) {
    var replay = new Replay(dialect);
    for (Migration each : all) {
      Optional<String> refusal = replay.run(database.session(), each.up().sql());
      if (refusal.isPresent()) {
        return Optional.of(
            "%s, run after the other branch: %s".formatted(each.id(), refusal.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(Schema one, Schema other) {
    List<Change> changes = new Differ((from, to) -> List.of()).diff(one, other);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "what comes of it depends on the order: "
                + changes.stream().map(Change::describe).collect(Collectors.joining("; ")));
  }
}
