package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A foreign key whose columns have no index. */
public final class ForeignKeyWithoutIndex implements ScriptRule {
  @Override
  public String id() {
    return "fk-without-index";
  }

  @Override
  public Stream<ScriptFinding> check(ScriptStatement statement, Script script) {

    return keys(statement.deed())
        .filter(key -> !key.columns().isEmpty())
        .filter(key -> !indexed(statement, key, script))
        .map(key ->
            ScriptFinding.at(
                id(), danger(key, statement.deed()), statement, statement.whole(), script));
  }

  private static Stream<NewConstraint> keys(Deed deed) {
    Stream<NewConstraint> all =
        switch (deed) {
          case Deed.CreateTable made ->
              Stream.concat(
                  made.constraints().stream(),
                  made.columns().stream().flatMap(column -> column.constraints().stream()));
          case Deed.Alter alter -> alter.actions().stream().flatMap(each -> added(each.action()));
          default -> Stream.empty();
        };
    return all.filter(each -> each.kind() == NewConstraint.Kind.FOREIGN_KEY);
  }

  private static Stream<NewConstraint> added(Action action) {
    return switch (action) {
      case Action.AddConstraint(NewConstraint constraint) -> Stream.of(constraint);
      case Action.AddColumn(NewColumn column, boolean ifNotExists) -> column.constraints().stream();
      default -> Stream.empty();
    };
  }

  /** What the script itself makes, before or after, or in the same table. */
  private static boolean indexed(ScriptStatement statement, NewConstraint key, Script script) {
    return script.statements().stream()
        .flatMap(each -> indexes(each.deed(), table(statement.deed())))
        .anyMatch(columns -> begins(columns, key.columns()));
  }

  private static boolean begins(List<String> index, List<String> key) {
    return index.size() >= key.size()
        && new HashSet<>(index.subList(0, key.size())).containsAll(key);
  }

  private static Stream<List<String>> indexes(Deed deed, String table) {
    return switch (deed) {
      case Deed.CreateIndex index
          when index.table().toString().equals(table) && holdsAllRows(index) ->
          Stream.of(index.columns());
      case Deed.CreateTable made when made.table().toString().equals(table) ->
          Stream.concat(
                  made.constraints().stream(),
                  made.columns().stream().flatMap(column -> column.constraints().stream()))
              .filter(each ->
                  each.kind() == NewConstraint.Kind.PRIMARY_KEY
                      || each.kind() == NewConstraint.Kind.UNIQUE)
              .map(NewConstraint::columns);
      default -> Stream.empty();
    };
  }

  /** An index of some rows does not serve, but where those without a value are left out. */
  private static boolean holdsAllRows(Deed.CreateIndex index) {
    String[] parts = index.definition().toLowerCase(Locale.ROOT).split("\\bwhere\\b", 2);
    return parts.length < 2 || parts[1].matches("[\\s(]*\"?[a-z0-9_]+\"? is not null[\\s)]*");
  }

  private static String table(Deed deed) {
    return switch (deed) {
      case Deed.CreateTable made -> made.table().toString();
      case Deed.Alter alter -> alter.table().toString();
      default -> "";
    };
  }

  private static Danger danger(NewConstraint key, Deed deed) {
    String columns = String.join(", ", key.columns());
    return Danger.advice(
        "no index begins with "
            + columns
            + ", which refers to "
            + key.references().map(Object::toString).orElse("another table"),
        "each DELETE there reads the whole of " + table(deed),
        "CREATE INDEX CONCURRENTLY ON %s (%s);".formatted(table(deed), columns));
  }
}
