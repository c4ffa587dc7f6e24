package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.schema.RenameHint;
import java.util.List;
import java.util.Optional;

/** Answers from the hints in the schema's source. */
record Hints(List<RenameHint> hints) implements Asker {
  @Override
  public Optional<Change> answer(RenameQuestion question) {
    List<Change> said = hints.stream().map(Hints::change).toList();
    return question.renames().stream().filter(said::contains).findFirst();
  }

  private static Change change(RenameHint hint) {
    return switch (hint) {
      case RenameHint.OfTable(var from, var to) -> new Change.RenameTable(from, to);
      case RenameHint.OfColumn(var table, var from, var to) ->
          new Change.RenameColumn(table, from, to);
      case RenameHint.OfLabel(var type, var from, var to) -> new Change.RenameLabel(type, from, to);
    };
  }
}
