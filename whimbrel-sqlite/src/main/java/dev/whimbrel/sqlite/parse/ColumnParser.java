package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;

/** Reads the definition of one column. */
final class ColumnParser {
  private static final List<String> CLAUSES =
      List.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS",
          "DEFERRABLE");

  private final Tokens tokens;
  private final List<Constraint> constraints = new ArrayList<>();
  private Column column;

  ColumnParser(Tokens tokens) {
    this.tokens = tokens;
    String name = tokens.name();
    this.column = Column.of(name, new DataType.Native(type()));
    while (!tokens.at(",") && !tokens.at(")")) {
      clause(tokens.accept("CONSTRAINT") ? tokens.name() : "");
    }
  }

  Column column() {
    return column;
  }

  /** The constraints that were declared within the column. */
  List<Constraint> constraints() {
    return constraints;
  }

  /** A type in quotes ends with them, whatever stands behind it; SQLite reads no further. */
  private String type() {
    int start = tokens.mark();
    boolean quoted = tokens.peek().isName() && tokens.peek().kind() != Token.Kind.WORD;
    String name = tokens.peek().name();
    while (tokens.peek().isName() && !tokens.atAny(CLAUSES)) {
      tokens.take();
    }
    if (tokens.mark() > start && tokens.at("(")) {
      tokens.parenthesised();
    }
    return quoted ? name : tokens.text(start);
  }

  private void clause(String name) {
    if (tokens.accept("PRIMARY", "KEY")) {
      primaryKey(name);
    } else if (tokens.accept("UNIQUE")) {
      unique(name);
    } else if (tokens.accept("CHECK")) {
      constraints.add(new Constraint.Check(name, new Expression(tokens.parenthesised())));
    } else if (tokens.at("REFERENCES")) {
      constraints.add(new ReferenceParser(tokens).foreignKey(name, List.of(column.name())));
    } else {
      attribute(name);
    }
  }

  /** A name means something here only before NOT NULL; SQLite reads past all others. */
  private void attribute(String name) {
    if (tokens.accept("NOT", "NULL")) {
      column = column.notNull();
      present(name, conflict());
    } else if (tokens.accept("NULL")) {
      conflict();
    } else if (tokens.accept("DEFAULT")) {
      column = column.filledBy(new ValueSource.Default(new Expression(defaultValue())));
    } else if (tokens.accept("COLLATE")) {
      column = column.collated(tokens.name());
    } else if (tokens.accept("GENERATED", "ALWAYS", "AS") || tokens.accept("AS")) {
      generated();
    } else {
      throw new UnreadableException("unexpected " + tokens.peek().text());
    }
  }

  private void present(String name, String conflict) {
    if (!name.isEmpty() || !conflict.isEmpty()) {
      constraints.add(clause(name, "NOT NULL", conflict));
    }
  }

  /** A descending integer key is not the rowid, which only this place can say. */
  private void primaryKey(String name) {
    boolean descending = tokens.accept("DESC");
    tokens.accept("ASC");
    String conflict = conflict();
    boolean counted = tokens.accept("AUTOINCREMENT");
    if (descending || (counted && !conflict.isEmpty())) {
      String order = descending ? "PRIMARY KEY DESC" : "PRIMARY KEY";
      constraints.add(clause(name, order, conflict + (counted ? " AUTOINCREMENT" : "")));
    } else if (conflict.isEmpty()) {
      column = counted ? column.filledBy(new ValueSource.AutoIncrement()) : column;
      constraints.add(new Constraint.PrimaryKey(name, List.of(column.name())));
    } else {
      constraints.add(ofTable(name, "PRIMARY KEY", conflict));
    }
  }

  private void unique(String name) {
    String conflict = conflict();
    constraints.add(
        conflict.isEmpty()
            ? new Constraint.Unique(name, List.of(column.name()), false)
            : ofTable(name, "UNIQUE", conflict));
  }

  /** What to do on a conflict, with a blank in front; empty if nothing is said. */
  private String conflict() {
    int start = tokens.mark();
    if (!tokens.accept("ON", "CONFLICT")) {
      return "";
    }
    tokens.take();
    return " " + tokens.text(start);
  }

  private Constraint ofTable(String name, String clause, String conflict) {
    return new Constraint.Verbatim(
        name, clause + " (" + Names.quoted(column.name()) + ")" + conflict);
  }

  /** A clause that can only stand within its column, which it names first. */
  private Constraint clause(String name, String clause, String conflict) {
    return new Constraint.Verbatim(name, Names.quoted(column.name()) + " " + clause + conflict);
  }

  private String defaultValue() {
    int start = tokens.mark();
    if (tokens.at("(")) {
      tokens.parenthesised();
    } else {
      tokens.accept(tokens.at("-") ? "-" : "+");
      tokens.take();
    }
    return tokens.text(start);
  }

  private void generated() {
    var expression = new Expression(tokens.parenthesised());
    boolean stored = tokens.accept("STORED");
    tokens.accept("VIRTUAL");
    column = column.filledBy(new ValueSource.Generated(expression, stored));
  }
}
