package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import java.util.Optional;

/** Someone who can be asked what became of a table or a column. */
@FunctionalInterface
public interface Asker {
  /** One of the question's changes; nothing if nobody answers. */
  Optional<Change> answer(RenameQuestion question);

  /** Nobody is there. */
  static Asker nobody() {
    return question -> Optional.empty();
  }
}
