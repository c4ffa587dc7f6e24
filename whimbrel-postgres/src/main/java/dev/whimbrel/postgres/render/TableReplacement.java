package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;
import static java.util.stream.Collectors.joining;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;

/** The words behind a table that stays. All else of it comes as changes of its own. */
final class TableReplacement {
  private static final String GUARDIAN = "\"whimbrel_guardian\"";

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
    List<String> fresh = now.stream().filter(each -> !old.contains(each)).toList();
    if (!fresh.isEmpty()) {
      table("SET (" + String.join(", ", fresh) + ")");
    }
  }

  private void leave(Kin kin) {
    switch (kin) {
      case Kin.Alone() -> {}
      case Kin.Partition(var parent, var bound) ->
          run("ALTER TABLE " + parent + " DETACH PARTITION " + quoted(to.name()));
      case Kin.Typed(var type) -> table("NOT OF");
      case Kin.Heir(var parents) ->
          parents.stream()
              .filter(parent -> !parents(to).contains(parent))
              .forEach(parent -> table("NO INHERIT " + parent));
    }
  }

  private static List<String> parents(Table table) {
    return Kin.of(table) instanceof Kin.Heir(var parents) ? parents : List.of();
  }

  private void join(Kin kin) {
    switch (kin) {
      case Kin.Alone() -> {}
      case Kin.Partition(var parent, var bound) ->
          run("ALTER TABLE %s ATTACH PARTITION %s %s".formatted(parent, quoted(to.name()), bound));
      case Kin.Typed(var type) -> table("OF " + type);
      case Kin.Heir(var parents) -> {
        List<Column> adopted =
            from.columns().stream().filter(each -> to.findColumn(each.name()).isEmpty()).toList();
        List<Constraint> merged =
            from.constraints().stream().filter(each -> !to.constraints().contains(each)).toList();
        boolean guarded = !adopted.isEmpty() || !merged.isEmpty();
        if (guarded) {
          adopt(adopted, merged);
        }
        parents.stream()
            .filter(parent -> !parents(from).contains(parent))
            .forEach(parent -> table("INHERIT " + parent));
        if (guarded) {
          table("NO INHERIT " + GUARDIAN);
          run("DROP TABLE " + GUARDIAN);
        }
      }
    }
  }

  /**
   * A column can only be one that is inherited if it was made by a parent, so that another parent
   * makes it for a while, and the values go over.
   */
  private void adopt(List<Column> adopted, List<Constraint> merged) {
    String columns =
        from.columns().stream()
            .filter(each -> !merged.isEmpty() && !adopted.contains(each))
            .map(each -> name(each) + " " + ColumnSql.typeAndCollation(each))
            .collect(joining(", "));
    run("CREATE TABLE " + GUARDIAN + " (" + columns + ")");
    adopted.forEach(
        column -> table("RENAME COLUMN %s TO %s".formatted(name(column), aside(column))));
    table("INHERIT " + GUARDIAN);
    adopted.forEach(this::adopt);
    merged.forEach(this::adopt);
  }

  private void adopt(Column column) {
    run(
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(GUARDIAN, name(column), ColumnSql.typeAndCollation(column)));
    run("UPDATE ONLY %s SET %s = %s".formatted(quoted(to.name()), name(column), aside(column)));
    table("DROP COLUMN " + aside(column));
    if (!column.nullable()) {
      table("ALTER COLUMN " + name(column) + " SET NOT NULL");
    }
    if (column.value() instanceof ValueSource.Default(var value)) {
      table("ALTER COLUMN " + name(column) + " SET DEFAULT " + value.sql());
    }
  }

  /** It may have gone with a column that was set aside. */
  private void adopt(Constraint constraint) {
    table("DROP CONSTRAINT IF EXISTS " + quoted(constraint.name()));
    run("ALTER TABLE " + GUARDIAN + " ADD " + ConstraintSql.definition(constraint));
  }

  private static String name(Column column) {
    return quoted(column.name());
  }

  private static String aside(Column column) {
    return quoted(Identifier.aside(column.name()));
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
