package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes constraints and indexes of a table that has its columns. */
record RandomParts(Palette palette, Chance chance) {
  /** The table with a primary key, if any of its columns can be one. */
  Table withKey(Table table) {
    List<Column> able = table.columns().stream().filter(this::ableToBeKey).toList();
    if (able.isEmpty() || table.primaryKey().isPresent()) {
      return table;
    }
    List<Column> columns = chance.some(chance.percent(75) ? 1 : 2, able);
    Table keyed = table;
    for (Column column : columns) {
      keyed = keyed.replacing(column, keyColumn(column, columns.size() == 1));
    }
    return keyed.with(new Constraint.PrimaryKey(name("pk"), names(columns)));
  }

  private Column keyColumn(Column column, boolean alone) {
    Column key = chance.percent(80) ? column.notNull() : column;
    boolean counts = alone && column.type() instanceof DataType.Int;
    return counts && chance.percent(60)
        ? chance.any(palette.counted()).map(column.notNull()::filledBy).orElse(key)
        : key;
  }

  Table withUnique(Table table) {
    List<Column> able = table.columns().stream().filter(this::ableToBeKey).toList();
    List<String> columns = names(chance.some(chance.between(1, 2), able));
    boolean taken =
        table.constraints().stream()
            .anyMatch(other -> List.copyOf(other.columns()).equals(columns));
    if (columns.isEmpty() || taken) {
      return table;
    }
    boolean nulls = palette.has(Palette.Feature.NULLS_NOT_DISTINCT) && chance.percent(20);
    return table.with(new Constraint.Unique(name("uq"), columns, nulls));
  }

  Table withCheck(Table table) {
    var condition = new Expression(Text.truth(chance.one(table.columns()), chance));
    return table.with(new Constraint.Check(chance.name("ck"), condition));
  }

  /** The table with a constraint in the database's own words, if there are any. */
  Table withClause(Table table) {
    List<Column> able =
        table.columns().stream()
            .filter(column -> !column.generated() && column.value() instanceof ValueSource.Given)
            .toList();
    Optional<Extra.Clause> clause = chance.any(palette.extras(Extra.Clause.class));
    if (able.isEmpty() || clause.isEmpty()) {
      return table;
    }
    Column column = chance.one(able);
    Column fit = clause.get().required() ? column.notNull() : column;
    return table.replacing(column, fit).with(clause.get().on(column));
  }

  Table withIndex(Table table) {
    List<Column> able = table.columns().stream().filter(this::ableToBeIndexed).toList();
    List<Index.Part> parts =
        chance.some(chance.between(1, 3), able).stream().map(this::part).toList();
    if (parts.isEmpty()) {
      return table;
    }
    boolean unique = chance.percent(25) && parts.stream().noneMatch(Index.Part::expression);
    return table.with(
        new Index(
            chance.name("ix"),
            unique,
            Optional.empty(),
            parts,
            include(table),
            unique && palette.has(Palette.Feature.NULLS_NOT_DISTINCT) && chance.percent(20),
            where(table),
            Optional.empty()));
  }

  private Index.Part part(Column column) {
    boolean expression =
        chance.percent(25)
            && Text.family(column.type()) != Text.Family.OTHER
            && !column.generated();
    var plain =
        expression
            ? Index.Part.expression(Text.derived(column, chance))
            : Index.Part.column(column.name());
    return chance.percent(70)
        ? plain
        : new Index.Part(
            plain.text(),
            plain.expression(),
            chance.percent(70),
            nulls(),
            collation(column),
            Optional.empty());
  }

  private Optional<String> collation(Column column) {
    return chance.percent(30) && column.type() instanceof DataType.Text
        ? chance.any(palette.collations())
        : Optional.empty();
  }

  private Optional<Index.Nulls> nulls() {
    return palette.has(Palette.Feature.NULLS_ORDER) && chance.percent(40)
        ? Optional.of(chance.one(List.of(Index.Nulls.values())))
        : Optional.empty();
  }

  private List<String> include(Table table) {
    return palette.has(Palette.Feature.COVERING_INDEXES) && chance.percent(15)
        ? List.of(chance.one(table.columns()).name())
        : List.of();
  }

  private Optional<Expression> where(Table table) {
    return chance.percent(20)
        ? Optional.of(new Expression(Text.condition(chance.one(table.columns()), chance)))
        : Optional.empty();
  }

  /** The table with a rule that its rows point to rows of the other, and the columns for it. */
  Table withForeignKey(Table table, Table target) {
    List<List<String>> keys = new ArrayList<>();
    target.primaryKey().ifPresent(key -> keys.add(key.columns()));
    target.constraints(Constraint.Unique.class).forEach(unique -> keys.add(unique.columns()));
    return chance.any(keys).map(key -> referring(table, target, key)).orElse(table);
  }

  private Table referring(Table table, Table target, List<String> key) {
    Table referring = table;
    var columns = new ArrayList<String>();
    for (String referenced : key) {
      Column column = pointing(table, target.column(referenced), columns);
      columns.add(column.name());
      referring =
          referring.findColumn(column.name()).isPresent() ? referring : referring.with(column);
    }
    return referring.with(
        new Constraint.ForeignKey(
            name("fk"), columns, target.name(), key, action(), action(), deferral()));
  }

  /** A column of the same type that is there, or a new one. */
  private Column pointing(Table table, Column target, List<String> taken) {
    List<Column> alike =
        table.columns().stream()
            .filter(column -> column.type().equals(target.type()) && !column.generated())
            .filter(column -> column.collation().equals(target.collation()))
            .filter(column -> !taken.contains(column.name()))
            .toList();
    Column fresh = Column.of(chance.name("ref"), target.type());
    Column made = target.collation().map(fresh::collated).orElse(fresh);
    return chance.percent(40) ? chance.any(alike).orElse(made) : made;
  }

  private Constraint.Action action() {
    return chance.percent(50)
        ? Constraint.Action.NO_ACTION
        : chance.one(List.of(Constraint.Action.values()));
  }

  private Constraint.Deferral deferral() {
    return palette.has(Palette.Feature.DEFERRABLE_KEYS) && chance.percent(20)
        ? chance.one(List.of(Constraint.Deferral.values()))
        : Constraint.Deferral.NOT_DEFERRABLE;
  }

  private String name(String start) {
    return chance.percent(50) ? "" : chance.name(start);
  }

  private boolean ableToBeKey(Column column) {
    return !column.generated() && palette.sorted(column.type());
  }

  private boolean ableToBeIndexed(Column column) {
    boolean stored = !(column.value() instanceof ValueSource.Generated(var sql, var kept)) || kept;
    return stored && palette.sorted(column.type());
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
