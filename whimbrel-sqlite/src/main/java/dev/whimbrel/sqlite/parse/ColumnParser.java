package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private String type() {
    int start = tokens.mark();
    while (tokens.peek().isName() && !tokens.atAny(CLAUSES)) {
      tokens.take();
    }
    if (tokens.mark() > start && tokens.at("(")) {
      tokens.parenthesised();
    }
    return tokens.text(start);
  }

  private void clause(String name) {
    if (tokens.accept("PRIMARY", "KEY")) {
      primaryKey(name);
    } else if (tokens.accept("UNIQUE")) {
      constraints.add(
          conflict(name, "UNIQUE")
              .orElseGet(() -> new Constraint.Unique(name, List.of(column.name()), false)));
    } else if (tokens.accept("CHECK")) {
      constraints.add(new Constraint.Check(name, new Expression(tokens.parenthesised())));
      refuseConflict();
    } else if (tokens.at("REFERENCES")) {
      constraints.add(
          new ReferenceParser(tokens)
              .foreignKey(name, List.of(column.name()))
              .orElseThrow(() -> new UnreadableException("MATCH")));
    } else if (name.isEmpty()) {
      attribute();
    } else {
      throw new UnreadableException("a name that nothing carries: " + name);
    }
  }

  private void attribute() {
    if (tokens.accept("NOT", "NULL")) {
      column = column.notNull();
      refuseConflict();
    } else if (tokens.accept("NULL")) {
      refuseConflict();
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

  /** A descending integer key is not the rowid, which only this place can say. */
  private void primaryKey(String name) {
    if (tokens.accept("DESC")) {
      throw new UnreadableException("a descending key");
    }
    tokens.accept("ASC");
    Optional<Constraint> verbatim = conflict(name, "PRIMARY KEY");
    if (tokens.accept("AUTOINCREMENT")) {
      if (verbatim.isPresent()) {
        throw new UnreadableException("ON CONFLICT with AUTOINCREMENT");
      }
      column = column.filledBy(new ValueSource.AutoIncrement());
    }
    constraints.add(
        verbatim.orElseGet(() -> new Constraint.PrimaryKey(name, List.of(column.name()))));
  }

  /** The clause as a constraint of the table, if it says what to do on conflict. */
  private Optional<Constraint> conflict(String name, String clause) {
    int start = tokens.mark();
    if (!tokens.accept("ON", "CONFLICT")) {
      return Optional.empty();
    }
    tokens.take();
    String words = clause + " (" + Names.quoted(column.name()) + ") " + tokens.text(start);
    return Optional.of(new Constraint.Verbatim(name, words));
  }

  private void refuseConflict() {
    if (tokens.accept("ON", "CONFLICT")) {
      throw new UnreadableException("ON CONFLICT");
    }
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
