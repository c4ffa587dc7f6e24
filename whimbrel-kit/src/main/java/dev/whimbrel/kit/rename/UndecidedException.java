package dev.whimbrel.kit.rename;

import dev.whimbrel.diff.RenameQuestion;
import java.util.List;

/** Nobody said whether something is new or an older thing under a new name. */
public final class UndecidedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RenameQuestion> questions;

  public UndecidedException(List<RenameQuestion> questions) {
    super(questions.size() + " decisions are missing");
    this.questions = List.copyOf(questions);
  }

  public List<RenameQuestion> questions() {
    return questions;
  }
}
