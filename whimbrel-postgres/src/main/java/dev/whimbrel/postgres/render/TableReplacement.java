package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The words behind a table that stays. All else of it comes as changes of its own. */
final class TableReplacement {
  private final Table from;
  private final Table to;
  private final List<Statement> statements = new ArrayList<>();

  TableReplacement(Table from, Table to) {
    this.from = from;
    this.to = to;
  }

  List<Statement> statements() {
    if (!from.options().equals(to.options())) {
      options();
    }
    return statements;
  }

  private void options() {
    refuseFixed();
    boolean logged = !to.options().contains(TableSql.UNLOGGED);
    if (logged == from.options().contains(TableSql.UNLOGGED)) {
      table(logged ? "SET LOGGED" : "SET UNLOGGED");
    }
    List<String> old = parameters(from);
    List<String> now = parameters(to);
    List<String> gone =
        old.stream()
            .map(TableReplacement::key)
            .filter(key -> keys(now).stream().noneMatch(key::equals))
            .toList();
    if (!gone.isEmpty()) {
      table("RESET (" + String.join(", ", gone) + ")");
    }
    if (!now.isEmpty() && !now.equals(old)) {
      table("SET (" + String.join(", ", now) + ")");
    }
  }

  private void refuseFixed() {
    if (!fixed(from).equals(fixed(to))) {
      throw new IllegalArgumentException(
          ("PostgreSQL cannot turn table %s from %s into %s; make a table of the new form under"
                  + " another name, copy the rows, then drop the old one")
              .formatted(to.name(), fixed(from), fixed(to)));
    }
  }

  private static List<String> fixed(Table table) {
    return table.options().stream()
        .filter(option -> !option.equals(TableSql.UNLOGGED) && !option.startsWith("WITH ("))
        .toList();
  }

  private static List<String> parameters(Table table) {
    return table.options().stream()
        .filter(option -> option.startsWith("WITH ("))
        .flatMap(option -> List.of(option.substring(6, option.length() - 1).split(", ")).stream())
        .toList();
  }

  private static List<String> keys(List<String> parameters) {
    return parameters.stream().map(TableReplacement::key).toList();
  }

  private static String key(String parameter) {
    return parameter.split("=", 2)[0];
  }

  private void table(String change) {
    run("ALTER TABLE " + quoted(to.name()) + " " + change);
  }

  private void run(String sql) {
    statements.add(Statement.of(sql));
  }
}
