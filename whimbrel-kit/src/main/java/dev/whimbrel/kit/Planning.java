package dev.whimbrel.kit;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.compare.ColumnOrder;
import dev.whimbrel.kit.compare.NameLengths;
import dev.whimbrel.kit.compare.References;
import dev.whimbrel.kit.draft.Fills;
import dev.whimbrel.kit.rename.Asker;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.kit.rename.SameName;
import dev.whimbrel.kit.rename.UndecidedException;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans what leads from another schema to the one that the project declares.
 *
 * @param person is asked about renames that nothing else answers
 * @param fills what rows get in columns that may not be null from now on
 * @param live the tables that others use meanwhile
 */
public record Planning(
    Project project, Asker person, Decisions decisions, Fills fills, LiveTables live) {

  /** What is asked for, and what a person should know beside it. */
  public record Wanted(Plan plan, List<String> remarks) {
    public Wanted {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The plan.
   *
   * @param from in the dialect's normal form
   * @throws UndecidedException if nobody says what was renamed
   */
  public Wanted from(Schema from) {
    Dialect dialect = project.dialect();
    Desired desired = project.source().read();
    new References(desired.schema()).check();
    new NameLengths(desired.schema(), dialect.nameLimit()).check();
    Schema to = project.scoped(dialect.normalizer().normalize(desired.schema()));
    var asked = new SameName(dialect::sameName, person);
    List<Change> renames = new Renames(desired.renames(), decisions, asked).renames(from, to);
    Schema renamed = Change.applyAll(renames, from);
    ScratchSpelling.Settled settled =
        new ScratchSpelling(dialect, project.scratch()).settled(renamed, to);
    RenameResolver decided = (before, after) -> renames;
    List<Change> changes = new Differ(decided).diff(from, settled.schema());
    var guidance = new Guidance(fills.fills(), decisions.joined(desired.conversions()), live);
    Plan plan = dialect.planner(guidance).plan(from, changes);
    fills.check(plan);
    return new Wanted(plan, remarks(settled, renamed));
  }

  private static List<String> remarks(ScratchSpelling.Settled settled, Schema renamed) {
    return Stream.of(settled.remark(), new ColumnOrder(renamed, settled.schema()).remark())
        .flatMap(Optional::stream)
        .toList();
  }
}
