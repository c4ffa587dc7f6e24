package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a CREATE TABLE statement as SQLite keeps it. */
public final class TableParser {
  private final Tokens tokens;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();

  private TableParser(String sql) {
    this.tokens = new Tokens(sql);
  }

  /** The table, without indexes; empty if it says anything that the model cannot hold. */
  public static Optional<Table> parse(String sql) {
    try {
      return Optional.of(new TableParser(sql).table());
    } catch (UnreadableException unreadable) {
      return Optional.empty();
    }
  }

  private Table table() {
    tokens.expect("CREATE", "TABLE");
    tokens.accept("IF", "NOT", "EXISTS");
    String name = tokens.qualifiedName();
    tokens.expect("(");
    do {
      element();
    } while (tokens.accept(",") || !tokens.at(")"));
    tokens.expect(")");
    List<String> options = options();
    tokens.expectEnd();
    return new Table(ObjectName.of(name), columns, constraints, List.of(), options);
  }

  private void element() {
    if (tokens.atAny(TableConstraintParser.OPENINGS)) {
      constraints.add(new TableConstraintParser(tokens).constraint());
    } else {
      var column = new ColumnParser(tokens);
      columns.add(column.column());
      constraints.addAll(column.constraints());
    }
  }

  private List<String> options() {
    var options = new ArrayList<String>();
    while (!tokens.done()) {
      options.add(tokens.accept("WITHOUT", "ROWID") ? "WITHOUT ROWID" : strict());
      if (!tokens.accept(",")) {
        break;
      }
    }
    return options.stream().sorted().toList();
  }

  private String strict() {
    tokens.expect("STRICT");
    return "STRICT";
  }
}
