package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.References;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes away, and puts back unchanged, what PostgreSQL would not let stand while that changes which
 * it leans on: foreign keys, computed columns, checks, indexes, views.
 */
public final class MakeWay implements Rewrite {
  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    return from.isEmpty() ? changes : released(changes, from);
  }

  private static List<Change> released(List<Change> changes, Schema from) {
    Schema there = Change.applyAll(changes.stream().filter(Change::renames).toList(), from);
    Schema then = Change.applyAll(changes, from);
    var way = new LinkedHashSet<Change>();
    List<Change> said = changes;
    int before;
    do {
      before = way.size() + said.size();
      var disturbance = Disturbance.of(said, Set.copyOf(way), there);
      there
          .tables()
          .filter(old -> !disturbance.objects().contains(old.name()))
          .forEach(old ->
              then.findTable(old.name())
                  .ifPresent(now -> new OfTable(old, now, disturbance, way).release()));
      new ReleasedObjects(there, then, disturbance, way).release();
      var more = Disturbance.of(said, Set.copyOf(way), there);
      var released = new ReleasedObjects(there, then, more, way);
      said = said.stream().flatMap(released::said).toList();
    } while (way.size() + said.size() > before);
    return joined(said, way);
  }

  /** What goes, goes before the changes that are meant; what comes back comes after them. */
  private static List<Change> joined(List<Change> changes, Set<Change> away) {
    var all = new ArrayList<Change>();
    changes.stream().filter(Change::renames).forEach(all::add);
    all.addAll(away);
    changes.stream().filter(change -> !change.renames()).forEach(all::add);
    new ArrayList<>(away).reversed().stream().map(Change::inverse).forEach(all::add);
    return all;
  }

  /** The parts of one table that stay as they are. */
  private record OfTable(Table old, Table now, Disturbance disturbance, Set<Change> away) {
    void release() {
      old.constraints().stream()
          .filter(now.constraints()::contains)
          .forEach(each -> References.of(each).ifPresent(key -> foreignKey(each, key)));
      var gone = new HashSet<String>();
      for (Column column : old.columns()) {
        if (now.columns().contains(column) && computedOfConverted(column)) {
          gone.add(column.name());
        }
      }
      var again = new HashSet<>(gone);
      now.columns().stream()
          .map(Column::name)
          .filter(name -> disturbance.drops(old.name(), List.of(name)))
          .forEach(again::add);
      old.constraints().stream()
          .filter(now.constraints()::contains)
          .forEach(each -> part(each, again));
      old.indexes().stream().filter(now.indexes()::contains).forEach(each -> part(each, again));
      gone.forEach(name -> away.add(new Change.DropColumn(old.name(), old.column(name))));
    }

    private void foreignKey(Constraint constraint, References key) {
      var target = new Disturbance.KeyOf(key.table(), Set.copyOf(key.referenced()));
      if (disturbance.objects().contains(key.table())
          || disturbance.keys().contains(target)
          || disturbance.converts(old.name(), key.columns())
          || disturbance.converts(key.table(), key.referenced())
          || disturbance.drops(old.name(), key.columns())
          || disturbance.drops(key.table(), key.referenced())) {
        away.add(new Change.DropConstraint(old.name(), constraint));
      }
    }

    private boolean computedOfConverted(Column column) {
      return column.value() instanceof ValueSource.Generated(var expression, var stored)
          && (disturbance.calls(expression.sql())
              || disturbance.converted().stream()
                  .anyMatch(each ->
                      each.table().equals(old.name())
                          && Disturbance.mentions(expression.sql(), each.column())));
    }

    private void part(Constraint constraint, Set<String> gone) {
      boolean worded =
          constraint instanceof Constraint.Check(var name, var condition)
              && moves(condition.sql(), gone);
      if (worded || constraint.columns().stream().anyMatch(gone::contains)) {
        away.add(new Change.DropConstraint(old.name(), constraint));
      }
    }

    private void part(Index index, Set<String> gone) {
      boolean worded =
          index.where().filter(where -> moves(where.sql(), gone)).isPresent()
              || index.parts().stream()
                  .anyMatch(part -> part.expression() && moves(part.text(), gone));
      boolean sorted =
          index.parts().stream()
              .flatMap(part -> part.collation().stream())
              .anyMatch(name -> disturbance.calls("COLLATE " + name));
      if (worded
          || sorted
          || index.columns().stream().anyMatch(gone::contains)
          || index.include().stream().anyMatch(gone::contains)) {
        away.add(new Change.DropIndex(old.name(), index));
      }
    }

    private boolean moves(String sql, Set<String> gone) {
      return disturbance.calls(sql)
          || recast(sql)
          || gone.stream().anyMatch(name -> Disturbance.mentions(sql, name));
    }

    private boolean recast(String sql) {
      ObjectName table = old.name();
      return disturbance.recast().stream()
          .anyMatch(each -> each.table().equals(table) && Disturbance.mentions(sql, each.column()));
    }
  }
}
