package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Optional;

/** Turns a change of schema into one that rows can survive: it asks nothing of them they lack. */
public record RowKeeping(Palette palette, Schema from) {
  /** The same wish, as far as rows of the schema from which we come can fulfil it. */
  public Schema gentle(Schema to) {
    Schema gentle = to;
    for (EnumType type : to.all(EnumType.class).toList()) {
      gentle = keepsLabels(type) ? gentle : gentle.with(from.find(type.name()).orElse(type));
    }
    for (Table table : to.tables().toList()) {
      Optional<Table> before = from.findTable(table.name());
      gentle = before.isPresent() ? gentle.with(gentle(before.get(), table)) : gentle;
    }
    return new Tidy(palette).tidied(gentle);
  }

  /** The rows for it: the second row has null wherever nothing asks for more. */
  public Rows rows(Schema to) {
    return new Rows(palette, from, (table, column) -> free(table, column, to));
  }

  private boolean free(Table table, Column column, Schema to) {
    boolean stays =
        to.findTable(table.name())
            .map(after ->
                !Rows.keyed(after).contains(column.name())
                    && after.findColumn(column.name()).map(Column::nullable).orElse(true))
            .orElse(true);
    return stays && column.nullable() && !Rows.keyed(table).contains(column.name());
  }

  private boolean keepsLabels(EnumType type) {
    return from.find(type.name())
        .filter(EnumType.class::isInstance)
        .map(EnumType.class::cast)
        .map(old -> type.labels().containsAll(old.labels().subList(0, 2)))
        .orElse(true);
  }

  private Table gentle(Table old, Table table) {
    Table gentle = table;
    for (Column column : table.columns()) {
      gentle = gentle.replacing(column, gentle(old, column));
    }
    List<Column> columns = gentle.columns();
    return gentle
        .withConstraints(
            table.constraints().stream()
                .filter(each -> old.constraints().contains(each) || asksNothing(each, old, columns))
                .filter(each -> stillFits(each, table, columns))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .filter(each -> old.indexes().contains(each) || asksNothing(each, old, columns))
                .toList());
  }

  /** A check was written for the types that were wanted; some columns keep the one they had. */
  private static boolean stillFits(Constraint constraint, Table wanted, List<Column> columns) {
    return !(constraint instanceof Constraint.Check check)
        || columns.stream()
            .filter(column -> check.condition().sql().contains(column.name()))
            .allMatch(column -> wanted.column(column.name()).type().equals(column.type()));
  }

  private static Column gentle(Table old, Column column) {
    Optional<Column> before = old.findColumn(column.name());
    if (before.isEmpty()) {
      boolean empty = column.value() instanceof ValueSource.Given || column.generated();
      return empty ? column.nullable(true) : column;
    }
    Column was = before.get();
    if (was.equals(column) || was.generated() != column.generated()) {
      return was;
    }
    return column.generated()
        ? column.nullable(true)
        : widens(was.type(), column.type()) ? column : was;
  }

  private static boolean widens(DataType from, DataType to) {
    return from.equals(to)
        || switch (to) {
          case DataType.Int(var bits) -> from instanceof DataType.Int(var less) && less < bits;
          case DataType.Text(var length) ->
              length.isEmpty() && (from instanceof DataType.Text || from instanceof DataType.Int);
          default -> false;
        };
  }

  private boolean asksNothing(Constraint constraint, Table old, List<Column> columns) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          known(key.columns(), old, columns) || counted(key.columns(), columns);
      case Constraint.Unique unique -> known(unique.columns(), old, columns);
      case Constraint.Check check -> true;
      case Constraint.ForeignKey key ->
          known(key.columns(), old, columns)
              && from.findTable(key.references())
                  .map(target -> hadKey(target, key.referenced(), key.references()))
                  .orElse(false);
      case Constraint.Verbatim verbatim -> false;
    };
  }

  /** Whether the database itself gives each row a value of its own. */
  private static boolean counted(List<String> names, List<Column> columns) {
    return columns.stream()
        .filter(column -> names.equals(List.of(column.name())))
        .anyMatch(Edits::counted);
  }

  private static boolean hadKey(Table target, List<String> referenced, ObjectName name) {
    return target.name().equals(name)
        && target.constraints().stream()
            .anyMatch(each -> Edits.key(each) && each.columns().equals(referenced));
  }

  private static boolean asksNothing(Index index, Table old, List<Column> columns) {
    return !index.unique() || known(index.columns(), old, columns);
  }

  /** Whether these columns were there before, with the values that they still have. */
  private static boolean known(List<String> names, Table old, List<Column> columns) {
    return names.stream()
        .allMatch(name ->
            columns.stream()
                .filter(column -> column.name().equals(name))
                .anyMatch(column ->
                    old.findColumn(name)
                        .filter(was -> was.type().equals(column.type()))
                        .isPresent()));
  }
}
