package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.work.Many;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes a plan of changes: says them in the database's own way, orders them, puts them into SQL.
 */
public final class Planner {
  private final Renderer renderer;
  private final List<Rewrite> rewrites;

  public Planner(Renderer renderer, List<Rewrite> rewrites) {
    this.renderer = renderer;
    this.rewrites = List.copyOf(rewrites);
  }

  /**
   * The plan for these changes.
   *
   * @param from the schema before
   * @param changes what is meant, renames first, all else in any order
   */
  public Plan plan(Schema from, List<Change> changes) {
    Schema to = Change.applyAll(changes, from);
    List<Change> inOrder = new Ordering(rewritten(changes, from)).sorted();
    Schema renamed = Change.applyAll(changes.stream().filter(Change::renames).toList(), from);
    Renderer fitting = renderer.within(inOrder);
    Map<ObjectName, Table> again = madeAgain(inOrder);
    List<Step> steps =
        new Many<>(IntStream.range(0, inOrder.size()).boxed().toList())
            .each(
                i -> step(fitting, inOrder.get(i), renamed, reached(inOrder, i, from, to), again));
    return new Plan(from, to, changes, steps.stream().filter(Planner::isAnything).toList());
  }

  private static boolean isAnything(Step step) {
    return !step.forward().isEmpty() || !step.back().sql().isEmpty();
  }

  /**
   * Where the way back of a change starts. A type is taken back last of all, when its columns have
   * their old defaults again; for all else the end of the plan is near enough.
   */
  private static Schema reached(List<Change> inOrder, int change, Schema from, Schema to) {
    return inOrder.get(change) instanceof Change.Replace(EnumType was, EnumType now)
        ? Change.applyAll(inOrder.subList(0, change + 1), from)
        : to;
  }

  private List<Change> rewritten(List<Change> changes, Schema from) {
    List<Change> said = changes;
    for (Rewrite rewrite : rewrites) {
      said = rewrite.apply(said, from);
    }
    return said;
  }

  /** Tables that go and come again in one plan take their rows along. */
  private static Map<ObjectName, Table> madeAgain(List<Change> changes) {
    var again = new HashMap<ObjectName, Table>();
    for (Change change : changes) {
      if (change instanceof Change.Create(Table made)) {
        again.put(made.name(), made);
      }
    }
    return again;
  }

  private Step step(
      Renderer renderer, Change change, Schema before, Schema after, Map<ObjectName, Table> again) {
    List<Statement> back =
        change instanceof Change.Replace(EnumType was, EnumType now)
            ? makingWay(renderer, change.inverse(), after)
            : renderer.render(change.inverse(), after);
    return new Step(change, renderer.render(change, before), way(change, back, again));
  }

  /**
   * A type may grow where it stands, but shrink only when it is made anew. So its way back has to
   * be rewritten by itself: on the way there, nothing had to make way.
   */
  private List<Statement> makingWay(Renderer renderer, Change change, Schema from) {
    var statements = new ArrayList<Statement>();
    Schema there = from;
    List<Change> inOrder = new Ordering(rewritten(List.of(change), from)).sorted();
    Renderer fitting = renderer.along(inOrder);
    for (Change each : inOrder) {
      statements.addAll(fitting.render(each, there));
      there = each.applyTo(there);
    }
    return statements;
  }

  private static Step.Back way(Change change, List<Statement> back, Map<ObjectName, Table> again) {
    return switch (change) {
      case Change.Drop(Table was) -> {
        Table now = again.get(was.name());
        yield now == null
            ? new Step.Back.ShapeOnly(back, "the rows of table " + was.name())
            : way(new NewForm(was, now), back);
      }
      case Change.DropColumn(var table, var column) when !column.generated() ->
          new Step.Back.ShapeOnly(back, "the values of column " + table + "." + column.name());
      case Change.Replace(Table was, Table now) -> way(new NewForm(was, now), back);
      default -> new Step.Back.Restores(back);
    };
  }

  private static Step.Back way(NewForm form, List<Statement> back) {
    List<String> lost = form.lost();
    return lost.isEmpty()
        ? new Step.Back.Restores(back)
        : new Step.Back.ShapeOnly(
            back, "the values of " + form.was().name() + "." + String.join(", ", lost));
  }
}
