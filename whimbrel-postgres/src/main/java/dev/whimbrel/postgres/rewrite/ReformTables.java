package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.Part;
import dev.whimbrel.postgres.spell.Reforming;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    var reformed = new LinkedHashSet<ObjectName>();
    for (Change change : changes) {
      switch (change) {
        case Change.Replace(Table old, Table now)
            when !partitioning(old).equals(partitioning(now)) ->
            reformed.add(old.name());
        case Change.AlterColumn(var table, var old, var now)
            when Part.converts(old, now) && isKey(there, table, now) ->
            reformed.add(table);
        default -> {}
      }
    }
    Set<ObjectName> renamed = renamed(changes);
    reformed.removeIf(
        name -> renamed.contains(name) || !isFree(name, there) || !isFree(name, then));
    return reformed;
  }

  private static Set<ObjectName> renamed(List<Change> changes) {
    var renamed = new HashSet<ObjectName>();
    for (Change change : changes) {
      switch (change) {
        case Change.RenameTable(var from, var to) -> renamed.add(to);
        case Change.RenameColumn(var table, var from, var to) -> renamed.add(table);
        default -> {}
      }
    }
    return renamed;
  }

  /** Whether it stands at the top of its family, and no other table inherits from it. */
  private static boolean isFree(ObjectName name, Schema schema) {
    return schema.findTable(name).filter(table -> Kin.of(table) instanceof Kin.Alone).isPresent()
        && schema.tables().noneMatch(table -> Kin.of(table).inherits(name));
  }

  private static List<String> partitioning(Table table) {
    return table.options().stream().filter(words -> words.startsWith("PARTITION BY ")).toList();
  }

  private static boolean isKey(Schema schema, ObjectName table, Column column) {
    return schema.findTable(table).stream()
        .flatMap(each -> partitioning(each).stream())
        .anyMatch(words -> Disturbance.mentions(words, column.name()));
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
    said.add(new Change.Drop(old));
    said.add(new Change.Create(now));
    for (Table member : staying) {
      said.add(new Change.Drop(member));
      said.add(new Change.Create(then.table(member.name())));
    }
    return said;
  }

  private static boolean within(Change change, Set<ObjectName> tables) {
    return switch (change) {
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
