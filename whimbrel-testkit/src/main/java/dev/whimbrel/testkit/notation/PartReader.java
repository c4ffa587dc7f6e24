package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one line of a table. */
final class PartReader {
  private PartReader() {}

  static Table add(Table table, Words words) {
    if (words.accept("unique index")) {
      return table.with(index(words, true));
    }
    if (words.accept("index")) {
      return table.with(index(words, false));
    }
    Optional<Constraint> constraint = constraint(words);
    return constraint.isPresent() ? table.with(constraint.get()) : table.with(column(words));
  }

  private static Optional<Constraint> constraint(Words words) {
    if (words.accept("primary key")) {
      return Optional.of(words.end(new Constraint.PrimaryKey(words.nameOrNone(), words.names())));
    }
    if (words.accept("unique")) {
      return Optional.of(words.end(unique(words)));
    }
    if (words.accept("check")) {
      String name = words.nameOrNone();
      var condition = new Expression(words.inBrackets());
      return Optional.of(words.end(new Constraint.Check(name, condition)));
    }
    if (words.accept("foreign key")) {
      return Optional.of(words.end(foreignKey(words)));
    }
    return words.accept("constraint")
        ? Optional.of(new Constraint.Verbatim(words.name(), words.rest()))
        : Optional.empty();
  }

  private static Constraint unique(Words words) {
    String name = words.nameOrNone();
    List<String> columns = words.names();
    return new Constraint.Unique(name, columns, words.accept("nulls not distinct"));
  }

  private static Constraint foreignKey(Words words) {
    String name = words.nameOrNone();
    List<String> columns = words.names();
    words.expect("references");
    ObjectName references = words.objectName();
    List<String> referenced = words.comes("(") ? words.names() : List.of();
    Constraint.Action onDelete = action("on delete", words);
    Constraint.Action onUpdate = action("on update", words);
    return new Constraint.ForeignKey(
        name, columns, references, referenced, onDelete, onUpdate, deferral(words));
  }

  private static Constraint.Action action(String event, Words words) {
    if (!words.accept(event)) {
      return Constraint.Action.NO_ACTION;
    }
    for (var action : Constraint.Action.values()) {
      if (words.accept(action.sql().toLowerCase(Locale.ROOT))) {
        return action;
      }
    }
    throw words.wrong("an action should stand here, such as \"cascade\"");
  }

  private static Constraint.Deferral deferral(Words words) {
    if (words.accept("deferrable")) {
      return Constraint.Deferral.INITIALLY_IMMEDIATE;
    }
    return words.accept("deferred")
        ? Constraint.Deferral.INITIALLY_DEFERRED
        : Constraint.Deferral.NOT_DEFERRABLE;
  }

  private static Column column(Words words) {
    var column = Column.of(words.name(), TypeNotation.read(words));
    if (words.accept("collate")) {
      column = column.collated(words.name());
    }
    return column.nullable(!words.accept("not null")).filledBy(value(words));
  }

  private static ValueSource value(Words words) {
    if (words.accept("default")) {
      return new ValueSource.Default(new Expression(words.rest()));
    }
    if (words.accept("stored as")) {
      return new ValueSource.Generated(new Expression(words.rest()), true);
    }
    if (words.accept("computed as")) {
      return new ValueSource.Generated(new Expression(words.rest()), false);
    }
    return words.end(counted(words));
  }

  private static ValueSource counted(Words words) {
    if (words.accept("serial")) {
      return new ValueSource.Serial();
    }
    if (words.accept("autoincrement")) {
      return new ValueSource.AutoIncrement();
    }
    if (words.accept("identity")) {
      return new ValueSource.Identity(!words.accept("by default"), options(words));
    }
    return new ValueSource.Given();
  }

  private static ValueSource.SequenceOptions options(Words words) {
    if (!words.accept("(")) {
      return ValueSource.SequenceOptions.PLAIN;
    }
    var options =
        new ValueSource.SequenceOptions(
            option("start", words),
            option("increment", words),
            option("min", words),
            option("max", words),
            option("cache", words),
            words.accept("cycle"));
    words.expect(")");
    return options;
  }

  private static Optional<Long> option(String word, Words words) {
    Optional<Long> number = words.accept(word) ? Optional.of(words.number()) : Optional.empty();
    words.accept(",");
    return number;
  }

  private static Index index(Words words, boolean unique) {
    String name = words.name();
    Optional<String> method = words.accept("using") ? Optional.of(words.name()) : Optional.empty();
    List<Index.Part> parts = words.list(() -> part(words));
    List<String> include = words.accept("include") ? words.names() : List.of();
    boolean nullsNotDistinct = words.accept("nulls not distinct");
    Optional<String> with =
        words.accept("with") ? Optional.of(words.inBrackets()) : Optional.empty();
    Optional<Expression> where =
        words.accept("where") ? Optional.of(new Expression(words.rest())) : Optional.empty();
    return words.end(
        new Index(name, unique, method, parts, include, nullsNotDistinct, where, with));
  }

  private static Index.Part part(Words words) {
    boolean expression = words.comes("(");
    String text = expression ? words.inBrackets() : words.name();
    Optional<String> collation =
        words.accept("collate") ? Optional.of(words.name()) : Optional.empty();
    Optional<String> operators = words.accept("ops") ? Optional.of(words.name()) : Optional.empty();
    boolean descending = words.accept("desc");
    return new Index.Part(text, expression, descending, nulls(words), collation, operators);
  }

  private static Optional<Index.Nulls> nulls(Words words) {
    if (words.accept("nulls first")) {
      return Optional.of(Index.Nulls.FIRST);
    }
    return words.accept("nulls last") ? Optional.of(Index.Nulls.LAST) : Optional.empty();
  }
}
