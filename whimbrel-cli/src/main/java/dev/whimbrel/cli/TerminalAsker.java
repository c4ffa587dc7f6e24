package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.kit.rename.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the person at the terminal; whoever only presses Enter gives no answer. */
record TerminalAsker(Surroundings surroundings) implements Asker {
  @Override
  public Optional<Change> answer(RenameQuestion question) {
    List<Change> choices = new ArrayList<>(question.renames());
    choices.add(question.added());
    surroundings.err().println("What happened?");
    for (int i = 0; i < choices.size(); i++) {
      surroundings.err().println("  " + (i + 1) + ") " + choices.get(i).describe());
    }
    surroundings.err().print("Your answer, 1 to " + choices.size() + ": ");
    surroundings.err().flush();
    return chosen(choices, surroundings.line());
  }

  private static Optional<Change> chosen(List<Change> choices, String line) {
    return line.matches("[0-9]{1,4}")
            && Integer.parseInt(line) >= 1
            && Integer.parseInt(line) <= choices.size()
        ? Optional.of(choices.get(Integer.parseInt(line) - 1))
        : Optional.empty();
  }
}
