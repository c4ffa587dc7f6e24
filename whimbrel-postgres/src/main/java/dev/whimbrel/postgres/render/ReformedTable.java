package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;
import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Reforming;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that is made anew with its rows. It goes by being set aside, and comes by being made,
 * filled, and only then given its keys and indexes.
 */
final class ReformedTable {
  private final Guidance guidance;
  private final Reforming reforming;
  private final RemadeTypes types;
  private final Schema before;
  private final List<Statement> statements = new ArrayList<>();

  ReformedTable(Guidance guidance, Reforming reforming, RemadeTypes types, Schema before) {
    this.guidance = guidance;
    this.reforming = reforming;
    this.types = types;
    this.before = before;
  }

  /** What the change is for such a table and its partitions; absent if it is about another. */
  Optional<List<Statement>> render(Change change) {
    return switch (change) {
      case Change.Drop(Table gone) -> gone(gone);
      case Change.Create(Table made) -> made(made);
      default -> Optional.empty();
    };
  }

  private Optional<List<Statement>> gone(Table table) {
    if (reforming.goesAlong(table)) {
      return Optional.of(List.of());
    }
    return reforming
        .newForm(table)
        .map(now -> {
          setAside(table, now);
          return statements;
        });
  }

  private Optional<List<Statement>> made(Table table) {
    if (reforming.comesAlong(table)) {
      return Optional.of(TableSql.parts(table));
    }
    return reforming
        .oldForm(table)
        .map(old -> {
          make(table, old);
          return statements;
        });
  }

  private void setAside(Table old, Table now) {
    List<ObjectName> taken = reforming.coming(now).stream().map(Table::name).toList();
    reforming.going(old).stream()
        .map(Table::name)
        .filter(taken::contains)
        .forEach(name -> rename("TABLE", name, aside(name)));
    rename("TABLE", old.name(), aside(old.name()));
    counting(old)
        .filter(column -> !keepsSequence(old, now, column.name()))
        .forEach(column ->
            rename(
                "SEQUENCE",
                Identifier.sequence(old.name(), column.name()),
                asideSequence(old, column)));
    if (hidesRows(old)) {
      run("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY", quoted(aside(old.name())));
    }
  }

  /** A sequence that others may ask too goes over, where it can. */
  private static boolean keepsSequence(Table old, Table now, String column) {
    return old.findColumn(column)
        .filter(was -> was.value() instanceof ValueSource.Serial)
        .flatMap(was ->
            now.findColumn(column)
                .filter(is -> is.value().equals(was.value()) && is.type().equals(was.type())))
        .isPresent();
  }

  private boolean hidesRows(Table table) {
    return before
        .all(Opaque.class)
        .filter(each -> each.objectKind().equals("row security"))
        .filter(each -> each.leansOn().contains(table.name()))
        .anyMatch(each -> each.definition().contains(" FORCE "));
  }

  private void make(Table table, Table old) {
    run("%s", TableSql.bare(asking(table, old)));
    reforming.coming(table).forEach(member -> run("%s", TableSql.bare(member)));
    fill(table, old);
    table.columns().stream()
        .filter(ReformedTable::counts)
        .forEach(column -> countOn(table, old, column));
    run("DROP TABLE %s", quoted(aside(old.name())));
    statements.addAll(types.left(new Change.Create(table), table, before));
    statements.addAll(TableSql.parts(table));
  }

  /** The table with columns that ask the sequences that are there. */
  private static Table asking(Table table, Table old) {
    return table.withColumns(
        table.columns().stream()
            .map(column ->
                keepsSequence(old, table, column.name())
                    ? column.filledBy(new ValueSource.Default(next(table, column)))
                    : column)
            .toList());
  }

  private static Expression next(Table table, Column column) {
    String sequence = Identifier.quoted(Identifier.sequence(table.name(), column.name()));
    return new Expression("nextval(" + Text.literal(sequence) + "::regclass)");
  }

  private void fill(Table table, Table old) {
    var values = new LinkedHashMap<Column, String>();
    table.columns().stream()
        .filter(column -> !column.generated())
        .forEach(column -> value(table, old, column).ifPresent(value -> values.put(column, value)));
    if (!values.isEmpty()) {
      run(
          "INSERT INTO %s (%s)%s SELECT %s FROM %s",
          quoted(table.name()),
          values.keySet().stream().map(column -> quoted(column.name())).collect(joining(", ")),
          values.keySet().stream().anyMatch(ReformedTable::isAlways)
              ? " OVERRIDING SYSTEM VALUE"
              : "",
          String.join(", ", values.values()),
          quoted(aside(old.name())));
    }
  }

  /** What a row had in a column, and what was said where it had nothing. */
  private Optional<String> value(Table table, Table old, Column column) {
    Optional<String> fill = guidance.fill(table.name(), column).map(Expression::sql);
    return old.findColumn(column.name())
        .map(was ->
            fill.filter(it -> was.nullable())
                .map(it -> "coalesce(%s, %s)".formatted(carried(table, was, column), it))
                .orElseGet(() -> carried(table, was, column)))
        .or(() -> fill);
  }

  /** Its value as one of its new type; what was said of that is said of the way there. */
  private String carried(Table table, Column was, Column column) {
    var change = new Change.AlterColumn(table.name(), was, column);
    return guidance
        .conversion(change, reforming.leadsThere() ? List.of(change) : List.of())
        .map(Expression::sql)
        .or(() -> cast(table, was, column))
        .orElse(quoted(column.name()));
  }

  /** What was of a type that is made anew is so no longer. */
  private Optional<String> cast(Table table, Column was, Column column) {
    return types.convert(new Change.Create(table), was, before)
        ? Optional.of(
            quoted(column.name())
                + (was.type() instanceof DataType.Array ? "::text[]::" : "::text::")
                + TypeName.sql(column.type()))
        : Casts.using(quoted(column.name()), was.type(), column.type());
  }

  /** The numbers that were given must not come again, as far as they are such as can come. */
  private void countOn(Table table, Table old, Column column) {
    if (keepsSequence(old, table, column.name())) {
      run(
          "ALTER SEQUENCE %s OWNED BY %s.%s",
          quoted(Identifier.sequence(table.name(), column.name())),
          quoted(table.name()),
          quoted(column.name()));
      return;
    }
    if (counting(old).anyMatch(each -> each.name().equals(column.name()))) {
      Column was = old.column(column.name());
      statements.add(Counting.on(table.name(), column, was, asideSequence(old, was)));
    } else {
      statements.add(Counting.on(table.name(), column));
    }
  }

  /** Columns whose sequence has the name that it gets by itself. */
  private Stream<Column> counting(Table table) {
    return table.columns().stream()
        .filter(ReformedTable::counts)
        .filter(column ->
            before
                .find(
                    table
                        .name()
                        .sibling(
                            "sequence behind column " + table.name().name() + "." + column.name()))
                .isEmpty());
  }

  private static boolean counts(Column column) {
    return column.value() instanceof ValueSource.Serial
        || column.value() instanceof ValueSource.Identity;
  }

  private static boolean isAlways(Column column) {
    return column.value() instanceof ValueSource.Identity identity && identity.always();
  }

  private static ObjectName aside(ObjectName name) {
    return name.sibling(Identifier.aside(name.name()));
  }

  private static ObjectName asideSequence(Table table, Column column) {
    return Identifier.sequence(aside(table.name()), column.name());
  }

  private void rename(String word, ObjectName from, ObjectName to) {
    run("ALTER %s %s RENAME TO %s", word, quoted(from), quoted(to.name()));
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
