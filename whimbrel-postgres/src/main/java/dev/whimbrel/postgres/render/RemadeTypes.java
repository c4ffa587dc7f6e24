package dev.whimbrel.postgres.render;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Direction;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The types that one plan makes anew, with all that is made of them. Those that hang together are
 * made anew at once, in the place of the first of them on the way there and of the last one back.
 *
 * @param plan all changes of it
 * @param along the changes that make way for one of the plan on its way back
 */
record RemadeTypes(List<Change> plan, List<Change> along, LabelUse use) {
  RemadeTypes {
    plan = List.copyOf(plan);
    along = List.copyOf(along);
  }

  /** What the change is for such a type; absent if it is about something else. */
  Optional<List<Statement>> render(Change change, Schema before) {
    return change instanceof Change.Replace(var from, var to) && Material.of(from).isPresent()
        ? rendered(change, from, way(change, before), before)
        : Optional.empty();
  }

  private Optional<List<Statement>> rendered(
      Change change, SchemaObject type, TypeCourse way, Schema before) {
    if (!way.isAnew(change) && !TypeCourse.isAbsorbed(type)) {
      return Optional.empty();
    }
    return way.group(type, way.reached(change, before))
        .map(
            group -> change.equals(way.turn(group)) ? anew(group, change, way, before) : List.of());
  }

  private static List<Statement> anew(
      TypeCourse.Group group, Change change, TypeCourse way, Schema before) {
    return new TypeRebuild(
            group.types(way.wanted()),
            way.reached(change, before),
            group.goneLabels(),
            way.aside(group).isEmpty())
        .statements();
  }

  /** What goes when a table is filled again that was set aside, and was the last to be of it. */
  List<Statement> left(Change made, Table table, Schema before) {
    TypeCourse way = way(made, before);
    var statements = new ArrayList<Statement>();
    for (TypeCourse.Group group : way.groups(before)) {
      if (way.isLast(table, way.aside(group))) {
        statements.addAll(TypeRebuild.drops(group.types(way.wanted())));
      }
    }
    return statements;
  }

  /** Whether the values of a column that was set aside are of a type that is made anew. */
  boolean convert(Change made, Column column, Schema before) {
    return way(made, before).groups(before).stream().anyMatch(group -> group.makes(column));
  }

  private TypeCourse way(Change change, Schema before) {
    List<Change> back = plan.reversed().stream().map(Change::inverse).toList();
    if (along.contains(change)) {
      return new TypeCourse(along, TypeCourse.setAside(back), use, Direction.THERE, true);
    }
    Direction direction = Direction.from(before, plan);
    List<Change> course = direction == Direction.THERE ? plan : back;
    return course.contains(change)
        ? new TypeCourse(course, List.of(), use, direction, false)
        : new TypeCourse(List.of(change), List.of(), use, direction, true);
  }
}
