package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done to a column is done to it in the tables that inherit it too. An heir that names the
 * column itself gets it before its parent does, and loses it after.
 */
public final class KeepHeirs implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    var first = new ArrayList<Change>();
    var then = new ArrayList<Change>();
    var last = new ArrayList<Change>();
    for (Change change : changes) {
      switch (change) {
        case Change.AddColumn(var table, var column) when isHeir(table, from) -> first.add(change);
        case Change.DropColumn(var table, var column)
            when isHeir(table, from) && !getsForm(table, changes) ->
            last.add(change);
        case Change.AlterColumn(var table, var was, var now) ->
            left(table, was, now, changes, from).forEach(then::add);
        default -> then.add(change);
      }
    }
    first.addAll(then);
    first.addAll(last);
    return first;
  }

  private static boolean isHeir(ObjectName table, Schema from) {
    return from.findTable(table).filter(each -> Kin.of(each) instanceof Kin.Heir).isPresent();
  }

  /** A new form holds the columns of the table as they are by then. */
  private static boolean getsForm(ObjectName table, List<Change> changes) {
    return changes.stream()
        .anyMatch(each ->
            each instanceof Change.Replace(Table was, Table now) && now.name().equals(table));
  }

  /** The type changes with that of the parent; all else is the heir's own affair. */
  private static Stream<Change> left(
      ObjectName table, Column was, Column now, List<Change> changes, Schema from) {
    if (changes.stream().noneMatch(each -> converts(each, table, was, now, from))) {
      return Stream.of(new Change.AlterColumn(table, was, now));
    }
    Column typed = new Column(was.name(), now.type(), was.nullable(), was.value(), now.collation());
    return typed.equals(now)
        ? Stream.empty()
        : Stream.of(new Change.AlterColumn(table, typed, now));
  }

  private static boolean converts(
      Change change, ObjectName heir, Column was, Column now, Schema from) {
    return change instanceof Change.AlterColumn(var parent, var old, var wanted)
        && wanted.name().equals(now.name())
        && !was.type().equals(now.type())
        && wanted.type().equals(now.type())
        && from.findTable(heir).filter(table -> Kin.of(table).inherits(parent)).isPresent();
  }
}
