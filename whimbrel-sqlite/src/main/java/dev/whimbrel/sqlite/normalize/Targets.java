package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.sqlite.parse.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what foreign keys refer to, whatever the case of the letters, and by which columns. */
final class Targets {
  private final Map<String, Table> tables = new HashMap<>();

  Targets(Schema schema) {
    schema.tables().forEach(table -> tables.put(key(table.name()), table));
  }

  Table resolved(Table table) {
    List<Constraint> constraints =
        table.constraints().stream()
            .map(each -> each instanceof Constraint.ForeignKey key ? resolved(key) : each)
            .toList();
    return table.withConstraints(ConstraintOrder.sorted(table, constraints));
  }

  private Constraint resolved(Constraint.ForeignKey key) {
    Table target = tables.get(key(key.references()));
    if (target == null) {
      return key;
    }
    return new Constraint.ForeignKey(
        key.name(),
        key.columns(),
        target.name(),
        referenced(key, target),
        key.onDelete(),
        key.onUpdate(),
        key.deferral());
  }

  /** A key that names no columns means the primary key of its target. */
  private static List<String> referenced(Constraint.ForeignKey key, Table target) {
    if (!key.referenced().isEmpty()) {
      return new Wording(target).columns(key.referenced());
    }
    return target
        .primaryKey()
        .map(Constraint.PrimaryKey::columns)
        .filter(columns -> columns.size() == key.columns().size())
        .orElse(List.of());
  }

  private static String key(ObjectName name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
