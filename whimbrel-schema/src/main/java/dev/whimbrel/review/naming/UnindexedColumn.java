package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column by which people search or sort, and no index of the script begins with it. */
record UnindexedColumn(List<String> indexed, AdvisedSql sql) implements ScriptRule {
  UnindexedColumn {
    indexed = List.copyOf(indexed);
  }

  @Override
  public String id() {
    return "unindexed-column";
  }

  @Override
  public Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.CreateTable made ->
          findings(made.columns().stream(), made.table(), statement, script);
      case Deed.Alter alter ->
          findings(
              alter.actions().stream()
                  .flatMap(each ->
                      each.action() instanceof Action.AddColumn(var column, var ifNotExists)
                          ? Stream.of(column)
                          : Stream.empty()),
              alter.table(),
              statement,
              script);
      default -> Stream.empty();
    };
  }

  private Stream<ScriptFinding> findings(
      Stream<NewColumn> columns, ObjectName table, ScriptStatement statement, Script script) {
    return columns
        .filter(column -> isMeant(column.name()))
        .filter(column -> script.indexes(table).noneMatch(each -> begins(each, column)))
        .map(column ->
            ScriptFinding.at(id(), danger(table, column), statement, column.span(), script));
  }

  private boolean isMeant(String column) {
    return indexed.stream().anyMatch(each -> column.matches(expression(each)));
  }

  private static String expression(String name) {
    return Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  private static boolean begins(List<String> index, NewColumn column) {
    return !index.isEmpty() && index.getFirst().equals(column.name());
  }

  private Danger danger(ObjectName table, NewColumn column) {
    String name = table.name() + "_" + column.name() + "_idx";
    return Danger.advice(
        "no index begins with %s.%s, by which such tables are searched or sorted"
            .formatted(table, column.name()),
        "such queries read the whole table",
        "CREATE INDEX %s ON %s (%s);"
            .formatted(sql.name(name), sql.name(table), sql.name(column.name())));
  }
}
