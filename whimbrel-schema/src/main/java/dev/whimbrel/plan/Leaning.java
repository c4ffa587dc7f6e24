package dev.whimbrel.plan;

import static dev.whimbrel.plan.Footprint.call;
import static dev.whimbrel.plan.Footprint.column;
import static dev.whimbrel.plan.Footprint.columns;
import static dev.whimbrel.plan.Footprint.key;
import static dev.whimbrel.plan.Footprint.names;
import static dev.whimbrel.plan.Footprint.object;

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
import java.util.Optional;
import java.util.Set;

/** What a thing leans on, by the words that it is made of. */
final class Leaning {
  private Leaning() {}

  /** What an object leans on, and the final columns of the tables that a query of its reads. */
  static Set<String> reads(SchemaObject object) {
    var reads = leans(object);
    switch (object) {
      case View view -> view.leansOn().forEach(name -> reads.add(columns(name)));
      case Opaque opaque -> opaque.leansOn().forEach(name -> reads.add(columns(name)));
      default -> {}
    }
    return reads;
  }

  /** An object needs its namespace where that is an object of the schema too. */
  static Set<String> leans(SchemaObject object) {
    var leans = new HashSet<String>();
    if (!object.name().namespace().isEmpty()) {
      leans.add(object(ObjectName.of("schema " + object.name().namespace())));
    }
    switch (object) {
      case Table table -> leans(table, leans);
      case View view -> view.leansOn().forEach(name -> leans.add(object(name)));
      case Opaque opaque -> {
        opaque.leansOn().forEach(name -> leans.add(object(name)));
        subject(opaque).ifPresent(words -> mentioned(words, leans));
      }
      default -> {}
    }
    return leans;
  }

  /** What a comment is about, which may be a part of what it leans on. */
  private static Optional<String> subject(Opaque opaque) {
    return Optional.of(opaque)
        .filter(each -> each.objectKind().equals("comment"))
        .map(each -> each.definition().replaceFirst("(?s) IS (?:'.*|NULL)$", ""));
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

  /** The columns of the tables that the words behind a table name, as they are going to be. */
  static Set<String> relatives(Table table) {
    var relatives = new HashSet<String>();
    for (String words : table.options()) {
      for (ObjectName name : Mentions.in(words)) {
        relatives.add(object(name));
        relatives.add(columns(name));
      }
    }
    return relatives;
  }

  /** What the type of a column and its value are made of. */
  private static void made(Column column, Set<String> leans) {
    types(column.type(), leans);
    column.collation().ifPresent(name -> collation(name, leans));
    switch (column.value()) {
      case ValueSource.Default(var value) -> mentioned(value.sql(), leans);
      case ValueSource.Generated(var value, var stored) -> mentioned(value.sql(), leans);
      default -> {}
    }
  }

  /** What an index computes by, sorts by and compares by. */
  private static void made(Index index, Set<String> leans) {
    index.where().ifPresent(where -> mentioned(where.sql(), leans));
    for (Index.Part part : index.parts()) {
      if (part.expression()) {
        mentioned(part.text(), leans);
      }
      part.collation().ifPresent(name -> collation(name, leans));
      part.operatorClass().ifPresent(name -> mentioned(name, leans));
    }
  }

  /** A name that names its namespace too is in quotes. */
  private static void collation(String name, Set<String> leans) {
    leans.add(object(ObjectName.of(name)));
    mentioned(name, leans);
  }

  private static void mentioned(String sql, Set<String> leans) {
    Mentions.named(sql).forEach(name -> leans.add(object(name)));
    Mentions.called(sql).forEach(name -> leans.add(call(name)));
  }

  static Set<String> leans(ObjectName table, Column column) {
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

  /** The columns of its table that an expression reads, and all else that it names. */
  private static void expression(ObjectName table, Expression expression, Set<String> leans) {
    words(table, expression, leans);
    mentioned(expression.sql(), leans);
  }

  private static void types(DataType type, Set<String> leans) {
    switch (type) {
      case DataType.Enumerated(var name) -> leans.add(object(name));
      case DataType.Array(var element) -> types(element, leans);
      case DataType.Native(var sql) -> mentioned(sql, leans);
      default -> {}
    }
  }

  static Set<String> leans(ObjectName table, Constraint constraint) {
    var leans = new HashSet<String>();
    leans.add(object(table));
    constraint.columns().forEach(name -> leans.add(column(table, name)));
    if (constraint instanceof Constraint.Check(var name, var condition)) {
      expression(table, condition, leans);
    }
    if (constraint instanceof Constraint.Verbatim(var name, var words)) {
      verbatim(table, words, leans);
    }
    if (constraint instanceof Constraint.ForeignKey foreign) {
      leans.add(object(foreign.references()));
      leans.add(Footprint.COMPARISONS);
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

  static Set<String> leans(ObjectName table, Index index) {
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
