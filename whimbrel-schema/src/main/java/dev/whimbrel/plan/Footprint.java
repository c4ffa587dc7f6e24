package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.HashSet;
import java.util.Set;

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

  static Footprint of(Change change) {
    return switch (change) {
      case Change.Create(var object) -> making(names(object), reads(object));
      case Change.Drop(var object) -> removing(names(object), leans(object));
      case Change.Replace(var from, var to) ->
          new Footprint(Set.of(), Set.of(), names(to), reads(to), leans(from));
      case Change.RenameTable(var from, var to) ->
          new Footprint(
              Set.of(object(to), renamed(to)), Set.of(object(from)), Set.of(), Set.of(), Set.of());
      case Change.RenameColumn(var table, var from, var to) ->
          new Footprint(
              Set.of(column(table, to)),
              Set.of(column(table, from)),
              Set.of(),
              Set.of(renamed(table)),
              Set.of());
      case Change.AddColumn(var table, var column) ->
          new Footprint(
              names(table, column),
              Set.of(),
              Set.of(columns(table)),
              leans(table, column),
              Set.of());
      case Change.DropColumn(var table, var column) ->
          removing(names(table, column), leans(table, column));
      case Change.AlterColumn(var table, var from, var to) ->
          new Footprint(
              sequence(table, to),
              sequence(table, from),
              Set.of(column(table, to.name()), columns(table)),
              leans(table, to),
              leans(table, from));
      case Change.AddConstraint(var table, var constraint) ->
          making(names(table, constraint), leans(table, constraint));
      case Change.DropConstraint(var table, var constraint) ->
          removing(names(table, constraint), leans(table, constraint));
      case Change.AddIndex(var table, var index) ->
          making(names(table, index), leans(table, index));
      case Change.DropIndex(var table, var index) ->
          removing(names(table, index), leans(table, index));
    };
  }

  private static Footprint making(Set<String> names, Set<String> leans) {
    return new Footprint(names, Set.of(), Set.of(), leans, Set.of());
  }

  private static Footprint removing(Set<String> names, Set<String> leans) {
    return new Footprint(Set.of(), names, Set.of(), Set.of(), leans);
  }

  private static String object(ObjectName name) {
    return "object " + name;
  }

  /**
   * A rename within a table waits for its new name, but not until the table is changed otherwise.
   */
  private static String renamed(ObjectName table) {
    return "new name " + table;
  }

  private static String column(ObjectName table, String name) {
    return "column " + table + " " + name;
  }

  /** The columns of a table as they are going to be, for what may read any of them. */
  private static String columns(ObjectName table) {
    return "columns " + table;
  }

  /** Indexes and constraints of a namespace share its relations' names on some databases. */
  private static String part(ObjectName table, String name) {
    return name.isEmpty() ? "without a name in " + table : object(table.sibling(name));
  }

  /** The key by which a foreign key needs its target: a unique constraint, a primary key. */
  private static String key(ObjectName table) {
    return "keys " + table;
  }

  private static Set<String> names(ObjectName table, Constraint constraint) {
    String name = part(table, constraint.name());
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Set.of(name, key(table));
      case Constraint.Unique unique -> Set.of(name, key(table));
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

  private static Set<String> names(SchemaObject object) {
    var names = new HashSet<String>();
    names.add(object(object.name()));
    if (object instanceof Opaque opaque) {
      names.add(object(Mentions.spoken(opaque)));
    }
    if (object instanceof Table table) {
      table.columns().forEach(column -> names.addAll(names(table.name(), column)));
      table.constraints().forEach(each -> names.add(part(table.name(), each.name())));
      table.indexes().forEach(index -> names.add(part(table.name(), index.name())));
    }
    return names;
  }

  /** What an object leans on, and the final columns of the tables that a query of its reads. */
  private static Set<String> reads(SchemaObject object) {
    var reads = leans(object);
    switch (object) {
      case View view -> view.leansOn().forEach(name -> reads.add(columns(name)));
      case Opaque opaque -> opaque.leansOn().forEach(name -> reads.add(columns(name)));
      default -> {}
    }
    return reads;
  }

  /** An object needs its namespace where that is an object of the schema too. */
  private static Set<String> leans(SchemaObject object) {
    var leans = new HashSet<String>();
    if (!object.name().namespace().isEmpty()) {
      leans.add(object(ObjectName.of("schema " + object.name().namespace())));
    }
    switch (object) {
      case Table table -> leans(table, leans);
      case View view -> view.leansOn().forEach(name -> leans.add(object(name)));
      case Opaque opaque -> opaque.leansOn().forEach(name -> leans.add(object(name)));
      default -> {}
    }
    return leans;
  }

  private static void leans(Table table, Set<String> leans) {
    table.options().forEach(words -> mentioned(words, leans));
    table.columns().forEach(column -> made(column, leans));
    table
        .constraints(Constraint.Check.class)
        .forEach(check -> mentioned(check.condition().sql(), leans));
    table
        .constraints(Constraint.Verbatim.class)
        .forEach(constraint -> mentioned(constraint.definition(), leans));
    table.indexes().forEach(index -> made(index, leans));
    leans.removeAll(names(table));
  }

  /** What an index computes by, sorts by and compares by. */
  private static void made(Index index, Set<String> leans) {
    index.where().ifPresent(where -> mentioned(where.sql(), leans));
    for (Index.Part part : index.parts()) {
      if (part.expression()) {
        mentioned(part.text(), leans);
      }
      part.operatorClass().ifPresent(name -> mentioned(name, leans));
      part.collation().ifPresent(name -> mentioned(name, leans));
    }
  }

  /** What the type of a column and its value are made of. */
  private static void made(Column column, Set<String> leans) {
    types(column.type(), leans);
    column.collation().ifPresent(name -> mentioned(name, leans));
    switch (column.value()) {
      case ValueSource.Default(var value) -> mentioned(value.sql(), leans);
      case ValueSource.Generated(var value, var stored) -> mentioned(value.sql(), leans);
      default -> {}
    }
  }

  private static void mentioned(String sql, Set<String> leans) {
    Mentions.in(sql).forEach(name -> leans.add(object(name)));
  }

  private static Set<String> leans(ObjectName table, Column column) {
    var leans = new HashSet<String>();
    made(column, leans);
    leans.add(object(table));
    if (column.value() instanceof ValueSource.Generated(var expression, var stored)) {
      words(table, expression, leans);
    }
    return leans;
  }

  /** An expression needs each column that it names; what else it names is no column of anything. */
  private static void words(ObjectName table, Expression expression, Set<String> leans) {
    expression.identifiers().forEach(name -> leans.add(column(table, name)));
  }

  private static void types(DataType type, Set<String> leans) {
    switch (type) {
      case DataType.Enumerated(var name) -> leans.add(object(name));
      case DataType.Array(var element) -> types(element, leans);
      case DataType.Native(var sql) -> mentioned(sql, leans);
      default -> {}
    }
  }

  private static Set<String> leans(ObjectName table, Constraint constraint) {
    var leans = new HashSet<String>();
    leans.add(object(table));
    constraint.columns().forEach(name -> leans.add(column(table, name)));
    if (constraint instanceof Constraint.Check(var name, var condition)) {
      words(table, condition, leans);
      mentioned(condition.sql(), leans);
    }
    if (constraint instanceof Constraint.Verbatim(var name, var words)) {
      verbatim(table, words, leans);
    }
    if (constraint instanceof Constraint.ForeignKey foreign) {
      leans.add(object(foreign.references()));
      leans.add(key(foreign.references()));
      foreign.referenced().forEach(name -> leans.add(column(foreign.references(), name)));
    }
    return leans;
  }

  private static void verbatim(ObjectName table, String words, Set<String> leans) {
    words(table, new Expression(words), leans);
    for (ObjectName name : Mentions.in(words)) {
      leans.add(object(name));
      leans.add(key(name));
    }
  }

  private static Set<String> leans(ObjectName table, Index index) {
    var leans = new HashSet<String>();
    leans.add(object(table));
    index.columns().forEach(name -> leans.add(column(table, name)));
    index.include().forEach(name -> leans.add(column(table, name)));
    index.where().ifPresent(where -> words(table, where, leans));
    index.parts().stream()
        .filter(Index.Part::expression)
        .forEach(part -> words(table, new Expression(part.text()), leans));
    made(index, leans);
    return leans;
  }
}
