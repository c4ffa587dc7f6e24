package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Derived;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Part;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says the replacement of a table as changes within it, since PostgreSQL never needs to make one
 * anew, and the replacement of a view as its going and coming, since it need not keep its columns.
 */
public final class KeepTables implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    Schema there = Change.applyAll(changes.stream().filter(Change::renames).toList(), from);
    Schema then = Change.applyAll(changes, from);
    return changes.stream()
        .map(KeepTables::reached)
        .flatMap(change -> kept(change, there, then))
        .toList();
  }

  private static Change reached(Change change) {
    return change instanceof Change.Replace(Opaque old, Opaque now)
        ? new Change.Replace(old, InPlace.reached(old, now))
        : change;
  }

  private static Stream<Change> kept(Change change, Schema from, Schema then) {
    return switch (change) {
      case Change.Replace(Table old, Table now) ->
          new Kinship(old, now, from, then).changes().stream();
      case Change.Replace(Opaque old, Opaque now)
          when !isHeld(old, from, then)
              && (InPlace.change(old, now).isEmpty()
                  || (isRetyped(old, now) && isHeld(old, from, from))) ->
          Stream.of(new Change.Drop(old), new Change.Create(now));
      case Change.Replace(Opaque old, Opaque now)
          when isRetyped(old, now) && isHeld(old, from, then) ->
          remade(old, now);
      case Change.Replace(Opaque old, Opaque now) when isRuledWithin(old, now, from, then) ->
          Stream.of(new Change.Replace(InPlace.remade(old), InPlace.remade(now)));
      case Change.AlterColumn(var table, var old, var now) when Part.converts(old, now) -> {
        refuseKey(table, now, from);
        yield Stream.of(change);
      }
      case Change.Replace(View old, View now) ->
          Stream.of(new Change.Drop(old), new Change.Create(now));
      default -> Stream.of(change);
    };
  }

  /** Which PostgreSQL refuses as long as any column is of it. */
  private static boolean isRetyped(Opaque old, Opaque now) {
    return old.objectKind().equals("type")
        && InPlace.change(old, now).filter(words -> words.contains(" SET DATA TYPE ")).isPresent();
  }

  /** A domain gets no rule on either way as long as values of it stand within others. */
  private static boolean isRuledWithin(Opaque old, Opaque now, Schema from, Schema then) {
    return old.objectKind().equals("domain")
        && (isRuled(old, now) || isRuled(now, old))
        && Stream.concat(Stream.of(old), Derived.of(old, from).stream())
            .anyMatch(each ->
                Material.of(each).filter(type -> type.isHeldWithin(from, then)).isPresent());
  }

  private static boolean isRuled(Opaque old, Opaque now) {
    return InPlace.change(old, now)
        .filter(words -> words.contains(" ADD CONSTRAINT ") || words.contains(" SET NOT NULL"))
        .isPresent();
  }

  /** Columns go over to a type of the same attributes by text; others come and go before. */
  private static Stream<Change> remade(Opaque old, Opaque now) {
    Opaque between = InPlace.between(old, now);
    var again = new Change.Replace(InPlace.remade(between), InPlace.remade(now));
    return InPlace.change(old, between).isEmpty()
        ? Stream.of(again)
        : Stream.of(new Change.Replace(old, between), again);
  }

  private static void refuseKey(ObjectName table, Column column, Schema from) {
    boolean key =
        from.findTable(table).stream()
            .flatMap(each -> each.options().stream())
            .filter(words -> words.startsWith("PARTITION BY "))
            .anyMatch(words -> Disturbance.mentions(words, column.name()));
    if (key) {
      throw new RefusedException(
          ("PostgreSQL cannot give column %s another type, since table %s is partitioned by it;"
                  + " make a table of the new form under another name, copy the rows, then drop the"
                  + " old one")
              .formatted(column.name(), table));
    }
  }

  /** Whether columns that stay are of it or of what is made of it. */
  private static boolean isHeld(Opaque old, Schema from, Schema then) {
    return Material.of(old).isPresent()
        && Stream.concat(Stream.of(old), Derived.of(old, from).stream())
            .flatMap(each -> Material.of(each).stream())
            .anyMatch(material -> material.isHeld(from, then));
  }
}
