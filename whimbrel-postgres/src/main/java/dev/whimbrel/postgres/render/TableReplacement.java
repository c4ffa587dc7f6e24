package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Kin;
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
    if (!Kin.of(from).equals(Kin.of(to))) {
      leave(Kin.of(from));
      join(Kin.of(to));
    }
    place("USING ", "SET ACCESS METHOD ", "heap");
    place("TABLESPACE ", "SET TABLESPACE ", "pg_default");
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

  private void leave(Kin kin) {
    switch (kin) {
      case Kin.Alone() -> {}
      case Kin.Partition(var parent, var bound) ->
          run("ALTER TABLE " + parent + " DETACH PARTITION " + quoted(to.name()));
      case Kin.Typed(var type) -> table("NOT OF");
      case Kin.Heir(var parents) -> parents.forEach(parent -> table("NO INHERIT " + parent));
    }
  }

  private void join(Kin kin) {
    switch (kin) {
      case Kin.Alone() -> {}
      case Kin.Partition(var parent, var bound) ->
          run("ALTER TABLE %s ATTACH PARTITION %s %s".formatted(parent, quoted(to.name()), bound));
      case Kin.Typed(var type) -> table("OF " + type);
      case Kin.Heir(var parents) -> parents.forEach(parent -> table("INHERIT " + parent));
    }
  }

  private void refuseFixed() {
    if (!fixed(from).equals(fixed(to))) {
      throw new RefusedException(
          ("PostgreSQL cannot turn table %s from %s into %s; make a table of the new form under"
                  + " another name, copy the rows, then drop the old one")
              .formatted(to.name(), fixed(from), fixed(to)));
    }
  }

  /** Where and how the rows are kept; the table is written anew. */
  private void place(String option, String change, String usual) {
    String was = said(from, option, usual);
    String now = said(to, option, usual);
    if (!was.equals(now)) {
      table(change + now);
    }
  }

  private static String said(Table table, String option, String usual) {
    return table.options().stream()
        .filter(words -> words.startsWith(option))
        .map(words -> words.substring(option.length()))
        .findFirst()
        .orElse(usual);
  }

  private static List<String> fixed(Table table) {
    return table.options().stream().filter(option -> option.startsWith("PARTITION BY ")).toList();
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
