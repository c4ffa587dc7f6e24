package dev.whimbrel.postgres.normalize;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table in normal form. */
final class TableSpelling {
  private final Table table;
  private final ObjectName name;
  private final Set<String> taken = new HashSet<>();

  TableSpelling(Table table) {
    this.table = table;
    this.name = NameSpelling.normal(table.name());
    table.constraints().forEach(constraint -> taken.add(constraint.name()));
  }

  Table normal() {
    return new Table(
        name,
        table.columns().stream().map(ColumnSpelling::normal).map(this::required).toList(),
        constraints(),
        table.indexes().stream().map(TableSpelling::index).toList(),
        table.options().stream().map(String::strip).toList());
  }

  private Column required(Column column) {
    boolean key =
        table.primaryKey().filter(each -> each.columns().contains(column.name())).isPresent();
    return key ? column.notNull() : column;
  }

  private List<Constraint> constraints() {
    var normal = new ArrayList<Constraint>();
    table.constraints().forEach(constraint -> normal.add(constraint(constraint)));
    return normal;
  }

  private Constraint constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey(var given, var columns) ->
          new Constraint.PrimaryKey(named(given, List.of(), "pkey"), NameSpelling.normal(columns));
      case Constraint.Unique(var given, var columns, var nulls) ->
          new Constraint.Unique(named(given, columns, "key"), NameSpelling.normal(columns), nulls);
      case Constraint.Check(var given, var condition) ->
          new Constraint.Check(named(given, List.of(), "check"), ExpressionText.normal(condition));
      case Constraint.ForeignKey key ->
          new Constraint.ForeignKey(
              named(key.name(), key.columns(), "fkey"),
              NameSpelling.normal(key.columns()),
              NameSpelling.normal(key.references()),
              NameSpelling.normal(key.referenced()),
              key.onDelete(),
              key.onUpdate(),
              key.deferral());
      case Constraint.Verbatim(var given, var definition) ->
          new Constraint.Verbatim(Identifier.cut(given), definition.strip());
    };
  }

  /** The given name, or the one that PostgreSQL would find. */
  private String named(String given, List<String> columns, String label) {
    if (!given.isEmpty()) {
      return Identifier.cut(given);
    }
    String base = Identifier.joined(name.name(), String.join("_", columns), label);
    String free = base;
    for (int i = 1; !taken.add(free); i++) {
      free = Identifier.joined(name.name(), String.join("_", columns), label + i);
    }
    return free;
  }

  private static Index index(Index index) {
    return new Index(
        Identifier.cut(index.name()),
        index.unique(),
        index.method().map(String::toLowerCase).filter(method -> !method.equals("btree")),
        index.parts().stream().map(TableSpelling::part).toList(),
        NameSpelling.normal(index.include()),
        index.nullsNotDistinct(),
        index.where().map(ExpressionText::normal),
        index.with().map(String::strip));
  }

  private static Index.Part part(Index.Part part) {
    Index.Nulls usual = part.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST;
    Optional<Index.Nulls> nulls = part.nulls().filter(given -> given != usual);
    return new Index.Part(
        part.expression() ? ExpressionText.normal(part.text()) : Identifier.cut(part.text()),
        part.expression(),
        part.descending(),
        nulls,
        part.collation(),
        part.operatorClass());
  }
}
