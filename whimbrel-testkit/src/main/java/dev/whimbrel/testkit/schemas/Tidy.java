package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes out of a schema what leans on things that are no longer there. */
public record Tidy(Palette palette) {
  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

  /** The largest part of the schema that a database would take. */
  public Schema tidied(Schema schema) {
    Schema before;
    Schema after = schema;
    do {
      before = after;
      after = once(before);
    } while (!after.equals(before));
    return after;
  }

  private Schema once(Schema schema) {
    Schema tidied = schema;
    for (Table table : schema.tables().toList()) {
      Table kept = tidied(schema, table);
      tidied = kept.columns().isEmpty() ? tidied.without(table.name()) : tidied.with(kept);
    }
    Schema tables = tidied;
    for (View view : schema.all(View.class).toList()) {
      tidied = readable(view, tables) ? tidied : tidied.without(view.name());
    }
    for (Opaque opaque : schema.all(Opaque.class).toList()) {
      tidied = rooted(opaque, tables) ? tidied : tidied.without(opaque.name());
    }
    return tidied;
  }

  /** Whether the table and the column that it speaks of are there. */
  private static boolean rooted(Opaque opaque, Schema schema) {
    return opaque.leansOn().stream()
        .allMatch(name ->
            schema.find(name).filter(View.class::isInstance).isPresent()
                || schema
                    .findTable(name)
                    .filter(table -> knows(named(table), opaque.definition(), ""))
                    .isPresent());
  }

  /** The table with a column of its own name, so that a text may name either. */
  private static Table named(Table table) {
    return table.with(Column.of(table.name().name(), new DataType.Bool()));
  }

  private Table tidied(Schema schema, Table table) {
    List<Column> columns =
        table.columns().stream()
            .filter(column -> kept(column, schema, table) && allowed(column, table))
            .map(column -> mended(column, table))
            .toList();
    Table kept = table.withColumns(columns);
    kept = kept.withConstraints(filtered(kept.constraints(), each -> kept(each, schema, table)));
    kept = kept.withIndexes(filtered(kept.indexes(), index -> kept(index, table)));
    boolean keyless = kept.primaryKey().isEmpty();
    boolean unfit =
        palette.forms().stream()
            .anyMatch(form -> keyless && form.needsKey() && form.options().equals(table.options()));
    return unfit ? kept.withOptions(List.of()) : kept;
  }

  /** Whether a table of this form takes a type. */
  private boolean allowed(Column column, Table table) {
    return palette.forms().stream()
        .filter(form -> form.options().equals(table.options()) && !form.types().isEmpty())
        .allMatch(form -> form.types().contains(column.type()));
  }

  private static <T> List<T> filtered(List<T> list, Predicate<T> keep) {
    return list.stream().filter(keep).toList();
  }

  private static boolean kept(Column column, Schema schema, Table table) {
    boolean typed =
        !(column.type() instanceof DataType.Enumerated(var name))
            || schema.find(name).filter(EnumType.class::isInstance).isPresent();
    return typed
        && switch (column.value()) {
          case ValueSource.Generated(var sql, var stored) -> knows(table, sql.sql(), column.name());
          case ValueSource.Default(var value) -> labelled(column, value.sql(), schema);
          default -> true;
        };
  }

  private static boolean labelled(Column column, String value, Schema schema) {
    return !(column.type() instanceof DataType.Enumerated(var name))
        || !(schema.find(name).orElse(null) instanceof EnumType type)
        || type.labels().stream().anyMatch(label -> Rows.literal(label).equals(value));
  }

  /** A column that is counted must be the whole of its table's key. */
  private static Column mended(Column column, Table table) {
    boolean alone =
        table.primaryKey().map(key -> key.columns().equals(List.of(column.name()))).orElse(false);
    boolean counted =
        column.value() instanceof ValueSource.AutoIncrement
            || column.value() instanceof ValueSource.Identity
            || column.value() instanceof ValueSource.Serial;
    boolean mended = counted && (!alone || !table.options().isEmpty());
    return mended ? column.filledBy(new ValueSource.Given()) : column;
  }

  private boolean kept(Constraint constraint, Schema schema, Table table) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> keyed(key.columns(), table);
      case Constraint.Unique unique -> keyed(unique.columns(), table);
      case Constraint.Check check -> knows(table, check.condition().sql(), "");
      case Constraint.ForeignKey key ->
          table.columns().stream().map(Column::name).toList().containsAll(key.columns())
              && key.columns().stream().noneMatch(name -> table.column(name).generated())
              && sound(key, table)
              && schema.findTable(key.references()).filter(to -> fits(key, table, to)).isPresent();
      case Constraint.Verbatim verbatim -> fits(verbatim, table);
    };
  }

  /** A clause that asks for a value stands at a column that must have one, and only once. */
  private boolean fits(Constraint.Verbatim verbatim, Table table) {
    List<Extra.Clause> clauses = palette.extras(Extra.Clause.class);
    return clauses.isEmpty()
        || table.columns().stream()
            .filter(column -> column.value() instanceof ValueSource.Given)
            .anyMatch(column ->
                clauses.stream()
                    .filter(clause -> !(clause.required() && column.nullable()))
                    .anyMatch(clause -> clause.on(column).equals(verbatim)));
  }

  /** Whether it says something that no foreign key before it says. */
  private static boolean sound(Constraint.ForeignKey key, Table table) {
    List<Constraint.ForeignKey> alike =
        table
            .foreignKeys()
            .filter(other -> other.columns().equals(key.columns()))
            .filter(other -> other.references().equals(key.references()))
            .toList();
    return alike.getFirst().equals(key);
  }

  private boolean keyed(List<String> columns, Table table) {
    return columns.stream()
        .allMatch(name ->
            table
                .findColumn(name)
                .filter(column -> palette.sorted(column.type()) && !column.generated())
                .isPresent());
  }

  private static boolean fits(Constraint.ForeignKey key, Table table, Table target) {
    boolean there =
        target.constraints().stream()
            .anyMatch(each -> Edits.key(each) && each.columns().equals(key.referenced()));
    if (!there) {
      return false;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Optional<Column> to = target.findColumn(key.referenced().get(i));
      Column from = table.column(key.columns().get(i));
      if (to.isEmpty()
          || !to.get().type().equals(from.type())
          || !to.get().collation().equals(from.collation())) {
        return false;
      }
    }
    return true;
  }

  private boolean kept(Index index, Table table) {
    return index.parts().stream()
            .allMatch(part ->
                part.expression()
                    ? knows(table, part.text(), "")
                    : table
                        .findColumn(part.text())
                        .filter(column -> palette.sorted(column.type()))
                        .isPresent())
        && index.include().stream().allMatch(name -> table.findColumn(name).isPresent())
        && index.where().map(where -> knows(table, where.sql(), "")).orElse(true);
  }

  /** Whether the table has all columns that the text names, beside that one. */
  private static boolean knows(Table table, String sql, String beside) {
    return NAME.matcher(sql)
        .results()
        .map(match -> match.group(1).replace("\"\"", "\""))
        .allMatch(name -> !name.equals(beside) && table.findColumn(name).isPresent());
  }

  private static boolean readable(View view, Schema schema) {
    ObjectName name = view.leansOn().iterator().next();
    return schema
        .findTable(name)
        .map(table -> knows(named(table), view.definition(), ""))
        .orElse(false);
  }

  /** The schema without what is said in SQL text about that column. */
  static Schema withoutTextAbout(String column, ObjectName name, Schema schema) {
    Table table = schema.table(name);
    Schema silent =
        schema.with(
            table
                .withColumns(filtered(table.columns(), each -> !speaksOf(column, each)))
                .withConstraints(filtered(table.constraints(), each -> !speaksOf(column, each)))
                .withIndexes(filtered(table.indexes(), each -> !speaksOf(column, each))));
    for (View view : schema.all(View.class).toList()) {
      boolean speaks = view.leansOn().contains(name) && new Text(view.definition()).names(column);
      silent = speaks ? silent.without(view.name()) : silent;
    }
    return silent;
  }

  private static boolean speaksOf(String column, Column other) {
    return other.value() instanceof ValueSource.Generated(var sql, var stored)
        && new Text(sql.sql()).names(column);
  }

  private static boolean speaksOf(String column, Constraint constraint) {
    return constraint instanceof Constraint.Check check
        && new Text(check.condition().sql()).names(column);
  }

  private static boolean speaksOf(String column, Index index) {
    return index.parts().stream()
            .anyMatch(part -> part.expression() && new Text(part.text()).names(column))
        || index.where().map(where -> new Text(where.sql()).names(column)).orElse(false);
  }
}
