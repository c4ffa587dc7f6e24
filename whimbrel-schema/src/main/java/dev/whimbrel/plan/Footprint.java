package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change touches.
 *
 * @param makes what is there after it and was not before
 * @param removes what is no longer there after it
 * @param reshapes what it leaves there in another form
 * @param needs what it leans on when it makes something
 * @param frees what the thing leaned on that it removes
 */
record Footprint(
    Set<String> makes,
    Set<String> removes,
    Set<String> reshapes,
    Set<String> needs,
    Set<String> frees) {

  /** By which a foreign key may compare, without a word of it. */
  static final String COMPARISONS = "comparisons";

  private static final Set<String> COMPARING = Set.of("cast", "operator", "operator class");

  static Footprint of(Change change) {
    return switch (change) {
      case Change.Create(var object) ->
          new Footprint(
              both(names(object), places(object)),
              Set.of(),
              required(object),
              both(Leaning.reads(object), Set.of(free(object.name()))),
              Set.of());
      case Change.Drop(var object) ->
          new Footprint(
              Set.of(),
              both(names(object), places(object)),
              required(object),
              Set.of(),
              both(Leaning.leans(object), words(object)));
      case Change.Replace(var from, var to) -> replacing(from, to);
      case Change.RenameTable(var from, var to) ->
          new Footprint(
              Set.of(object(to), renamed(to), free(from)),
              Set.of(),
              Set.of(spoken(from)),
              Set.of(free(to)),
              Set.of());
      case Change.RenameLabel(var type, var from, var to) ->
          new Footprint(Set.of(), Set.of(), Set.of(object(type)), Set.of(), Set.of());
      case Change.OfTable part -> within(part);
    };
  }

  private static Footprint replacing(SchemaObject from, SchemaObject to) {
    Set<String> come = without(places(to), places(from));
    Set<String> gone = without(places(from), places(to));
    if (from instanceof Table old && to instanceof Table now && Family.leaves(old, now)) {
      return FamilyFootprint.leaving(old, now).with(come, gone);
    }
    if (from instanceof Table old && to instanceof Table now && Family.joins(old, now)) {
      return FamilyFootprint.joining(old, now).with(come, gone);
    }
    Set<String> needs = both(Leaning.reads(to), Set.of(renamed(to.name())));
    return new Footprint(come, gone, names(to), needs, Leaning.leans(from));
  }

  private Footprint with(Set<String> come, Set<String> gone) {
    return new Footprint(both(makes, come), both(removes, gone), reshapes, needs, frees);
  }

  private static Footprint within(Change.OfTable part) {
    return switch (part) {
      case Change.RenameColumn(var table, var from, var to) ->
          new Footprint(
              Set.of(column(table, to)),
              Set.of(column(table, from)),
              Set.of(spoken(table)),
              Set.of(renamed(table)),
              Set.of());
      case Change.AddColumn(var table, var column) ->
          new Footprint(
              names(table, column),
              Set.of(),
              Set.of(columns(table)),
              Leaning.leans(table, column),
              Set.of());
      case Change.DropColumn(var table, var column) ->
          removing(table, "", names(table, column), Leaning.leans(table, column));
      case Change.AlterColumn(var table, var from, var to) ->
          new Footprint(
              sequence(table, to),
              sequence(table, from),
              Set.of(column(table, to.name()), columns(table)),
              Leaning.leans(table, to),
              Leaning.leans(table, from));
      case Change.AddConstraint(var table, var constraint) ->
          making(names(table, constraint), Leaning.leans(table, constraint));
      case Change.DropConstraint(var table, var constraint) ->
          removing(
              table, constraint.name(), names(table, constraint), Leaning.leans(table, constraint));
      case Change.AddIndex(var table, var index) ->
          making(names(table, index), Leaning.leans(table, index));
      case Change.DropIndex(var table, var index) ->
          removing(table, index.name(), names(table, index), Leaning.leans(table, index));
    };
  }

  private static Footprint making(Set<String> names, Set<String> leans) {
    return new Footprint(names, Set.of(), Set.of(), leans, Set.of());
  }

  /** What goes from a table goes from it under its new name, and once it is its own. */
  private static Footprint removing(
      ObjectName table, String part, Set<String> names, Set<String> leans) {
    return new Footprint(
        Set.of(), names, Set.of(), Set.of(renamed(table), own(table, part)), leans);
  }

  static Set<String> both(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var left = new HashSet<>(some);
    left.removeAll(others);
    return left;
  }

  /** What two tables cannot both have: room among the partitions of a third. */
  private static Set<String> places(SchemaObject object) {
    var places = new HashSet<String>();
    if (object instanceof Table table) {
      table.options().stream()
          .filter(words -> words.startsWith("PARTITION OF "))
          .forEach(words -> places.add(words.split(" FOR VALUES | DEFAULT", 2)[0]));
    }
    return places;
  }

  /** A column that has to have values, which is said apart where it comes from another table. */
  private static Set<String> required(SchemaObject object) {
    if (!(object instanceof Opaque words) || !words.objectKind().equals("column not null")) {
      return Set.of();
    }
    String said = words.name().name();
    return words.leansOn().stream()
        .filter(table -> said.contains(" " + table.name() + "."))
        .map(table ->
            column(
                table,
                said.substring(said.indexOf(" " + table.name() + ".") + table.name().length() + 2)))
        .collect(Collectors.toSet());
  }

  static String object(ObjectName name) {
    return "object " + name;
  }

  /** What is used with arguments, which a table or a view of the same name cannot be. */
  static String call(ObjectName name) {
    return "call of " + name;
  }

  /**
   * A rename within a table waits for its new name, but not until the table is changed otherwise.
   */
  private static String renamed(ObjectName table) {
    return "new name " + table;
  }

  /** A part that is the table's own, and not one that it has from a parent. */
  static String own(ObjectName table, String part) {
    return "own " + part(table, part);
  }

  /** A name that nothing has any longer. */
  private static String free(ObjectName name) {
    return "free name " + name;
  }

  /** The names of a table and of its columns, as they stand in the words of what leans on it. */
  static String spoken(ObjectName table) {
    return "words about " + table;
  }

  private static Set<String> words(SchemaObject object) {
    return switch (object) {
      case View view -> view.leansOn().stream().map(Footprint::spoken).collect(Collectors.toSet());
      case Opaque opaque ->
          opaque.leansOn().stream().map(Footprint::spoken).collect(Collectors.toSet());
      default -> Set.of();
    };
  }

  static String column(ObjectName table, String name) {
    return "column " + table + " " + name;
  }

  /** The columns of a table as they are going to be, for what may read any of them. */
  static String columns(ObjectName table) {
    return "columns " + table;
  }

  /** Indexes and constraints of a namespace share its relations' names on some databases. */
  static String part(ObjectName table, String name) {
    return name.isEmpty() ? "without a name in " + table : object(table.sibling(name));
  }

  /** The key by which a foreign key needs its target: a unique constraint, a primary key. */
  static String key(ObjectName table) {
    return "keys " + table;
  }

  private static Set<String> names(ObjectName table, Constraint constraint) {
    String name = part(table, constraint.name());
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Set.of(name, key(table));
      case Constraint.Unique unique -> Set.of(name, key(table));
      case Constraint.Verbatim(var given, var words)
          when words.matches("(?s)(PRIMARY KEY|UNIQUE) .*") ->
          Set.of(name, key(table));
      default -> Set.of(name);
    };
  }

  private static Set<String> names(ObjectName table, Index index) {
    String name = part(table, index.name());
    return index.unique() ? Set.of(name, key(table)) : Set.of(name);
  }

  private static Set<String> names(ObjectName table, Column column) {
    var names = new HashSet<>(sequence(table, column));
    names.add(column(table, column.name()));
    return names;
  }

  /** The sequence that comes and goes with a column, where nothing else may have its name. */
  private static Set<String> sequence(ObjectName table, Column column) {
    return column.value() instanceof ValueSource.Serial
        ? Set.of(object(table.sibling(table.name() + "_" + column.name() + "_seq")))
        : Set.of();
  }

  static Set<String> names(SchemaObject object) {
    var names = new HashSet<String>();
    names.add(object(object.name()));
    if (object instanceof Opaque opaque) {
      names.add(object(Mentions.spoken(opaque)));
      names.add(call(Mentions.spoken(opaque)));
      if (COMPARING.contains(opaque.objectKind())) {
        names.add(COMPARISONS);
      }
    }
    if (object instanceof Table table) {
      table.columns().forEach(column -> names.addAll(names(table.name(), column)));
      table.constraints().forEach(each -> names.add(part(table.name(), each.name())));
      table.indexes().forEach(index -> names.add(part(table.name(), index.name())));
    }
    return names;
  }
}
