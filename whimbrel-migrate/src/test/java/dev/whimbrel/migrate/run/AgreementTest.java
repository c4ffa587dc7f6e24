package dev.whimbrel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import dev.whimbrel.migrate.history.Gist;
import dev.whimbrel.migrate.history.HistoryEntry;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The quick answer beside the thorough one, on every history of up to three lines. */
class AgreementTest {
  private static final Migration FIRST = migration("20260101000000_first");
  private static final Migration SECOND = migration("20260102000000_second");
  private static final List<Gist> LINES = lines();

  @Test
  void findsNothingToDoExactlyWhereTheStandingDoes() {
    for (List<Gist> history : histories()) {
      for (List<Migration> directory : directories()) {
        assertThat(Agreement.isWhole(directory, Optional.of(history)))
            .describedAs("%s beside %s", history, directory)
            .isEqualTo(isDone(directory, history));
      }
    }
  }

  @Test
  void saysNoWhereTheGistIsNotAll() {
    assertThat(Agreement.isWhole(List.of(), Optional.empty())).isFalse();
  }

  private static boolean isDone(List<Migration> directory, List<Gist> history) {
    try {
      var standing = Standing.of(directory, history.stream().map(AgreementTest::entry).toList());
      return Selection.pending(standing, new WhimbrelDirectory(Path.of("none")), Optional.empty())
          .isEmpty();
    } catch (HistoryMismatchException | RunRefusedException refusal) {
      return false;
    }
  }

  private static List<List<Migration>> directories() {
    return List.of(List.of(), List.of(FIRST), List.of(FIRST, SECOND));
  }

  private static List<List<Gist>> histories() {
    List<List<Gist>> histories = new ArrayList<>(List.of(List.of()));
    for (int begin = 0, length = 0; length < 3; length++) {
      int end = histories.size();
      for (List<Gist> shorter : List.copyOf(histories.subList(begin, end))) {
        LINES.forEach(
            line -> histories.add(Stream.concat(shorter.stream(), Stream.of(line)).toList()));
      }
      begin = end;
    }
    return histories;
  }

  private static List<Gist> lines() {
    List<Gist> lines = new ArrayList<>();
    for (Event event : Event.values()) {
      lines.add(new Gist(FIRST.id(), event, FIRST.up().checksum()));
      lines.add(new Gist(SECOND.id(), event, SECOND.up().checksum()));
    }
    lines.add(new Gist(FIRST.id(), Event.APPLIED, "another"));
    return lines;
  }

  private static HistoryEntry entry(Gist line) {
    return new HistoryEntry(
        1,
        line.id(),
        line.event(),
        Direction.UP,
        OptionalInt.of(1),
        line.checksum(),
        Instant.EPOCH.toString(),
        "ann",
        Duration.ZERO,
        "1",
        Optional.empty());
  }

  private static Migration migration(String id) {
    return new Migration(new MigrationId(id), new Script("SELECT '" + id + "'"), Optional.empty());
  }
}
