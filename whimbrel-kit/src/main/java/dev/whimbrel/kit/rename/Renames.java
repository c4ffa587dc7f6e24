package dev.whimbrel.kit.rename;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves renames by asking one after the other: what the source says, what was decided before,
 * and a person.
 */
public final class Renames implements RenameResolver {
  private final List<Asker> inOrder;

  public Renames(List<RenameHint> hints, Decisions decisions, Asker person) {
    this.inOrder = List.of(new Hints(hints), decisions, person);
  }

  /**
   * @throws UndecidedException with every question that nobody answered
   */
  @Override
  public List<Change> renames(Schema from, Schema to) {
    var open = new ArrayList<RenameQuestion>();
    var renames = new ArrayList<Change>(answers(RenameQuestion.aboutTables(from, to), open));
    Schema renamed = Change.applyAll(renames, from);
    renames.addAll(answers(RenameQuestion.aboutColumns(renamed, to), open));
    renames.addAll(answers(RenameQuestion.aboutLabels(from, to), open));
    if (!open.isEmpty()) {
      throw new UndecidedException(open);
    }
    return renames;
  }

  private List<Change> answers(List<RenameQuestion> questions, List<RenameQuestion> unanswered) {
    List<RenameQuestion> open = questions;
    var renames = new ArrayList<Change>();
    for (Asker asker : inOrder) {
      open = asked(asker, open, renames);
    }
    unanswered.addAll(open);
    return renames;
  }

  /** Asks each question whose old names are not all taken; gives those without an answer. */
  private static List<RenameQuestion> asked(
      Asker asker, List<RenameQuestion> questions, List<Change> renames) {
    var open = new ArrayList<RenameQuestion>();
    for (RenameQuestion question : questions) {
      RenameQuestion left = without(question, renames);
      if (!left.renames().isEmpty()) {
        asker
            .answer(left)
            .ifPresentOrElse(
                change ->
                    Optional.of(change).filter(left.renames()::contains).ifPresent(renames::add),
                () -> open.add(left));
      }
    }
    return open.stream()
        .map(question -> without(question, renames))
        .filter(question -> !question.renames().isEmpty())
        .toList();
  }

  /** What got a new name already did not get a second one. */
  private static RenameQuestion without(RenameQuestion question, List<Change> renames) {
    return new RenameQuestion(
        question.added(),
        question.renames().stream()
            .filter(change -> renames.stream().noneMatch(taken -> sameOld(taken, change)))
            .toList());
  }

  private static boolean sameOld(Change one, Change other) {
    return switch (one) {
      case Change.RenameTable(var from, var to) ->
          other instanceof Change.RenameTable(var old, var now) && from.equals(old);
      case Change.RenameColumn(var table, var from, var to) ->
          other instanceof Change.RenameColumn(var within, var old, var now)
              && table.equals(within)
              && from.equals(old);
      case Change.RenameLabel(var type, var from, var to) ->
          other instanceof Change.RenameLabel(var within, var old, var now)
              && type.equals(within)
              && from.equals(old);
      default -> false;
    };
  }
}
