package dev.whimbrel.migrate.run;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.Failure.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a person of a failure: what, where, what is kept, what to do. */
record FailureLetter(Failure failure) {
  private static final int SHOWN_LINES = 8;

  String text() {
    return Stream.of(
            Stream.of(headline()),
            failure.place().stream().map(this::where),
            failure.place().stream().map(place -> excerpt(place.statement())),
            Stream.of(indented(failure.message() + state())),
            failure.hint().stream().map(hint -> indented("Hint: " + hint)),
            failure.explanation().stream(),
            kept().stream(),
            Stream.of(committed()),
            notRun().stream(),
            Stream.of(advice()))
        .flatMap(lines -> lines)
        .collect(joining("\n"));
  }

  private String headline() {
    return switch (failure.outcome()) {
      case NOT_BEGUN -> "%s could not begin; nothing was changed.".formatted(what());
      case NOTHING_KEPT ->
          failure.done() == 0
              ? "%s failed; nothing of it was kept.".formatted(what())
              : "%s failed half-way.".formatted(what());
      case OUTSIDE ->
          "%s failed at a statement that runs outside of a transaction.".formatted(what());
      case CONNECTION_LOST ->
          "The database went away during %s; it takes back what was open%s."
              .formatted(what(), failure.done() == 0 ? ", so nothing of it is kept" : "");
      case OUTSIDE_UNKNOWN ->
          ("The database went away during %s, at a statement that runs outside of a transaction;"
                  + " the next run looks up what became of it.")
              .formatted(what());
      case COMMIT_UNKNOWN ->
          ("The database went away while %s was being committed. Whether it was, the database"
                  + " decides; the history tells at the next run.")
              .formatted(what());
    };
  }

  private String what() {
    return failure.direction() == Direction.UP
        ? failure.id().value()
        : "the way back of " + failure.id();
  }

  private String where(Place place) {
    return "  at %s:%d:%d".formatted(failure.file(), place.line(), place.column());
  }

  private static String excerpt(String statement) {
    List<String> lines = statement.lines().toList();
    String shown =
        lines.stream().limit(SHOWN_LINES).map(line -> "    " + line).collect(joining("\n"));
    return lines.size() > SHOWN_LINES ? shown + "\n    …" : shown;
  }

  private String state() {
    return failure.sqlState().map(state -> " (SQLSTATE " + state + ")").orElse("");
  }

  private Optional<String> kept() {
    String goesOn = failure.outcome() == Outcome.OUTSIDE ? " What this one left," : "";
    String lookedUp =
        goesOn.isEmpty() ? "" : goesOn + " such as an invalid index, the next run clears away.";
    return failure.done() == 0 && lookedUp.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Of its %d statements %s; the next run goes on behind them.%s"
                .formatted(failure.statements(), doneWords(), lookedUp));
  }

  private String doneWords() {
    return switch (failure.done()) {
      case 0 -> "none is committed";
      case 1 -> "the first is done and committed";
      default -> "the first %d are done and committed".formatted(failure.done());
    };
  }

  private String committed() {
    return failure.committed().isEmpty()
        ? "Nothing was committed in this run."
        : "Committed before it: " + names(failure.committed()) + ".";
  }

  private List<String> notRun() {
    return failure.notRun().isEmpty()
        ? List.of()
        : List.of("Not run: " + names(failure.notRun()) + ".");
  }

  private String advice() {
    return switch (failure.outcome()) {
      case NOT_BEGUN -> "Run \"%s\" again.".formatted(failure.next());
      case NOTHING_KEPT, OUTSIDE ->
          "Mend %s, then run \"%s\".".formatted(failure.file(), failure.next());
      case CONNECTION_LOST, OUTSIDE_UNKNOWN, COMMIT_UNKNOWN ->
          "When the database is back, run \"%s\".".formatted(failure.next());
    };
  }

  private static String names(List<MigrationId> ids) {
    return ids.stream().map(MigrationId::value).collect(joining(", "));
  }

  private static String indented(String text) {
    return text.lines().map(line -> "  " + line).collect(joining("\n"));
  }
}
