package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Derived;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.MadeColumns;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Part;
import dev.whimbrel.postgres.spell.Reforming;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says that a table goes and comes again, which then keeps its rows, where PostgreSQL cannot change
 * it: a plain table that becomes a partitioned one, or is one no longer, or is partitioned
 * otherwise; a column by which a table is partitioned that gets another type.
 */
public final class ReformTables implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    Schema there = Change.applyAll(changes.stream().filter(Change::renames).toList(), from);
    Schema then = Change.applyAll(changes, from);
    List<Change> said = changes;
    for (ObjectName table : reformed(changes, there, then)) {
      said = reforming(said, there.table(table), then.table(table), there, then);
    }
    return said;
  }

  private static Set<ObjectName> reformed(List<Change> changes, Schema there, Schema then) {
    var use = new LabelUse(changes);
    var reformed = new LinkedHashSet<ObjectName>();
    for (Change change : changes) {
      switch (change) {
        case Change.Replace(Table old, Table now)
            when !partitioning(old).equals(partitioning(now)) ->
            reformed.add(changing(old, now, there, then));
        case Change.AlterColumn(var table, var old, var now)
            when Part.converts(old, now) && isKey(there, table, now.name()) ->
            reformed.add(top(table, there));
        default ->
            recast(change, use, there).stream()
                .filter(place -> isKey(there, place.table(), place.column().name()))
                .forEach(place -> reformed.add(top(place.table(), there)));
      }
    }
    reformed.removeIf(name -> there.findTable(name).isEmpty() || then.findTable(name).isEmpty());
    return reformed;
  }

  /** The columns that go over to another type because that is made anew. */
  private static List<MadeColumns.Place> recast(Change change, LabelUse use, Schema there) {
    return switch (change) {
      case Change.Replace(EnumType from, EnumType to) when use.rebuilds(from, to) ->
          Derived.columns(from, there);
      case Change.Replace(Opaque from, Opaque to)
          when Material.of(from).isPresent() && InPlace.change(from, to).isEmpty() ->
          Derived.columns(from, there);
      default -> List.of();
    };
  }

  /** The table at the top of a family of partitions. */
  private static ObjectName top(ObjectName name, Schema schema) {
    return schema
        .findTable(name)
        .filter(table -> Kin.of(table) instanceof Kin.Partition)
        .flatMap(table ->
            schema.tables().filter(each -> Reforming.isPartition(table, each.name())).findFirst())
        .map(parent -> top(parent.name(), schema))
        .orElse(name);
  }

  /** A partition that stays one can only change with all of its family. */
  private static ObjectName changing(Table old, Table now, Schema there, Schema then) {
    boolean stays =
        Kin.of(old) instanceof Kin.Partition
            && Kin.of(now) instanceof Kin.Partition
            && top(old.name(), there).equals(top(now.name(), then));
    return stays ? top(old.name(), there) : old.name();
  }

  private static List<String> partitioning(Table table) {
    return table.options().stream().filter(words -> words.startsWith("PARTITION BY ")).toList();
  }

  /** Whether it, or a partition of it, is partitioned by the column. */
  private static boolean isKey(Schema schema, ObjectName table, String column) {
    return schema.findTable(table).stream()
        .flatMap(each -> Stream.concat(Stream.of(each), family(each, schema).stream()))
        .flatMap(each -> partitioning(each).stream())
        .anyMatch(words -> Disturbance.mentions(words, column));
  }

  private static List<Change> reforming(
      List<Change> changes, Table old, Table now, Schema there, Schema then) {
    List<Table> staying =
        family(old, there).stream()
            .filter(member ->
                family(now, then).stream().anyMatch(each -> each.name().equals(member.name())))
            .toList();
    var touched = new HashSet<ObjectName>();
    touched.add(old.name());
    staying.forEach(member -> touched.add(member.name()));
    var said = new ArrayList<Change>();
    changes.stream().filter(change -> !within(change, touched)).forEach(said::add);
    said.addAll(new Kinship(old, now, there, then).anew());
    for (Table member : staying) {
      said.add(new Change.Drop(member));
      said.add(new Change.Create(then.table(member.name())));
    }
    return said;
  }

  private static boolean within(Change change, Set<ObjectName> tables) {
    return switch (change) {
      case Change.RenameColumn rename -> false;
      case Change.OfTable part -> tables.contains(part.table());
      case Change.Replace(Table from, Table to) -> tables.contains(from.name());
      default -> false;
    };
  }

  private static List<Table> family(Table table, Schema schema) {
    var family = new ArrayList<Table>();
    schema
        .tables()
        .filter(each -> Reforming.isPartition(each, table.name()))
        .forEach(each -> {
          family.add(each);
          family.addAll(family(each, schema));
        });
    return family;
  }
}
