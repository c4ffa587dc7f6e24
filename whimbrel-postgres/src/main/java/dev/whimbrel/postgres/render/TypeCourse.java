package dev.whimbrel.postgres.render;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Derived;
import dev.whimbrel.postgres.spell.Direction;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Reforming;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the two ways of a plan, as far as types are made anew on it. */
final class TypeCourse {
  private final List<Change> course;
  private final List<Table> aside;
  private final LabelUse use;
  private final Direction direction;
  private final boolean along;

  /**
   * @param elsewhere tables that are set aside meanwhile by changes of another course
   * @param along whether a change is told with the schema as it is then, not as it is at the start
   */
  TypeCourse(
      List<Change> course,
      List<Table> elsewhere,
      LabelUse use,
      Direction direction,
      boolean along) {
    this.course = course;
    this.aside = Stream.concat(setAside(course).stream(), elsewhere.stream()).toList();
    this.use = use;
    this.direction = direction;
    this.along = along;
  }

  /** The tables that are set aside on this way, as they are then. */
  static List<Table> setAside(List<Change> course) {
    var reforming = Reforming.on(Direction.THERE, course);
    return course.stream()
        .filter(
            each -> each instanceof Change.Drop(Table gone) && reforming.newForm(gone).isPresent())
        .map(each -> (Table) ((Change.Drop) each).object())
        .toList();
  }

  boolean isAnew(Change change) {
    return switch (change) {
      case Change.Replace(EnumType from, EnumType to) -> use.rebuilds(from, to);
      case Change.Replace(Opaque from, Opaque to) ->
          Material.of(from).isPresent() && InPlace.change(from, to).isEmpty();
      default -> false;
    };
  }

  /** A domain that is made anew need not be changed apart, as a composite type has to be. */
  static boolean isAbsorbed(SchemaObject type) {
    return type instanceof Opaque opaque && opaque.objectKind().equals("domain");
  }

  /** The schema at the place of a change. */
  Schema reached(Change change, Schema before) {
    return along
        ? before
        : Change.applyAll(
            course.subList(0, course.indexOf(change)).stream()
                .filter(each -> !each.renames())
                .toList(),
            before);
  }

  /** Types that are made anew together, each behind what it is made of. */
  record Group(List<Change.Replace> roots, List<SchemaObject> members) {
    boolean isOf(SchemaObject type) {
      return members.stream().anyMatch(each -> each.name().equals(type.name()));
    }

    boolean makes(Column column) {
      return members.stream()
          .flatMap(each -> Material.of(each).stream())
          .anyMatch(material -> material.makes(column));
    }

    List<TypeRebuild.New> types(Map<ObjectName, SchemaObject> wanted) {
      return members.stream()
          .flatMap(each ->
              Material.of(each).stream()
                  .map(material ->
                      new TypeRebuild.New(
                          material, each, create(wanted.getOrDefault(each.name(), each)))))
          .toList();
    }

    private static String create(SchemaObject type) {
      return type instanceof EnumType labels
          ? EnumChange.create(labels)
          : ((Opaque) type).definition();
    }

    List<String> goneLabels() {
      return roots.stream()
          .flatMap(root ->
              root instanceof Change.Replace(EnumType from, EnumType to)
                  ? from.labels().stream().filter(label -> !to.labels().contains(label))
                  : Stream.empty())
          .toList();
    }
  }

  /** The types that are made anew with this one, if it is. */
  Optional<Group> group(SchemaObject type, Schema there) {
    return groups(there).stream().filter(group -> group.isOf(type)).findFirst();
  }

  List<Group> groups(Schema there) {
    Schema seen = there;
    for (Table table : aside) {
      seen = seen.find(table.name()).isPresent() ? seen : seen.with(table);
    }
    var groups = new ArrayList<Group>();
    for (Change each : course) {
      if (each instanceof Change.Replace root && isAnew(root)) {
        join(root, seen, groups);
      }
    }
    return groups;
  }

  /** What shares a type with others becomes one group with them. */
  private static void join(Change.Replace root, Schema seen, List<Group> groups) {
    var roots = new ArrayList<Change.Replace>();
    var members = new LinkedHashMap<ObjectName, SchemaObject>();
    members.put(root.from().name(), root.from());
    Derived.held(root.from(), seen).forEach(each -> members.put(each.name(), each));
    List<Group> shared =
        groups.stream().filter(group -> members.values().stream().anyMatch(group::isOf)).toList();
    shared.forEach(group -> {
      roots.addAll(group.roots());
      group.members().forEach(each -> members.put(each.name(), each));
    });
    groups.removeAll(shared);
    roots.add(root);
    groups.add(new Group(List.copyOf(roots), Derived.inOrder(List.copyOf(members.values()))));
  }

  /** The change in whose place a group is made anew: the outermost of its ways. */
  Change turn(Group group) {
    List<Change> roots = course.stream().filter(group.roots()::contains).toList();
    return direction == Direction.BACK ? roots.getLast() : roots.getFirst();
  }

  /** What the types become that are made anew on this way. */
  Map<ObjectName, SchemaObject> wanted() {
    var wanted = new HashMap<ObjectName, SchemaObject>();
    for (Change each : course) {
      if (each instanceof Change.Replace(var from, var to) && (isAnew(each) || isAbsorbed(from))) {
        wanted.put(from.name(), to);
      }
    }
    return wanted;
  }

  /** The tables of such columns that are set aside, and go when they are filled again. */
  List<Table> aside(Group group) {
    return aside.stream().filter(table -> table.columns().stream().anyMatch(group::makes)).toList();
  }

  /** Whether no other of the tables is filled again later on this way. */
  boolean isLast(Table table, List<Table> among) {
    List<ObjectName> names = among.stream().map(Table::name).toList();
    return course.reversed().stream()
        .filter(each -> each instanceof Change.Create(Table made) && names.contains(made.name()))
        .findFirst()
        .filter(each -> ((Change.Create) each).object().name().equals(table.name()))
        .isPresent();
  }
}
