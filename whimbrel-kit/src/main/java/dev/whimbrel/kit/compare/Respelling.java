package dev.whimbrel.kit.compare;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds parts of two schemas that differ as text and may be the same to a database: those whose
 * only difference is an expression.
 */
public record Respelling(Schema from, Schema to) {
  private static final Pattern PLAIN_TEXT = Pattern.compile("'[^'\\\\]*'");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|-?[1-9][0-9]*");

  /** Whether there is such a part, so that it is worth asking a database. */
  public boolean isWorthwhile() {
    return to.objects().values().stream().anyMatch(this::isSuspect);
  }

  /** The second schema, spelled as the first wherever a normal form takes both for the same. */
  public Schema settled(UnaryOperator<Schema> normalForm) {
    Schema before = normalForm.apply(from);
    Schema after = normalForm.apply(to);
    return Schema.of(
        to.objects().values().stream().map(object -> settled(object, before, after)).toList());
  }

  private boolean isSuspect(SchemaObject wanted) {
    return switch (wanted) {
      case Table table ->
          from.findTable(table.name()).filter(old -> isSuspect(old, table)).isPresent();
      case View view -> from.find(view.name()).filter(old -> !old.equals(view)).isPresent();
      default -> false;
    };
  }

  private static boolean isSuspect(Table old, Table now) {
    return !now.columns()
            .equals(merged(old.columns(), now.columns(), Column::name, Respelling::alike))
        || !now.constraints()
            .equals(
                merged(old.constraints(), now.constraints(), Constraint::name, Respelling::alike))
        || !now.indexes()
            .equals(merged(old.indexes(), now.indexes(), Index::name, Respelling::alike));
  }

  private SchemaObject settled(SchemaObject object, Schema before, Schema after) {
    Optional<SchemaObject> old = from.find(object.name()).filter(each -> !each.equals(object));
    if (old.isEmpty()) {
      return object;
    }
    if (old.get() instanceof Table was && object instanceof Table now) {
      return settled(was, now, before.findTable(was.name()), after.findTable(now.name()));
    }
    boolean same = before.find(object.name()).equals(after.find(object.name()));
    return same && object instanceof View ? old.get() : object;
  }

  private static Table settled(
      Table was, Table now, Optional<Table> before, Optional<Table> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return now;
    }
    return now.withColumns(
            merged(
                was.columns(),
                now.columns(),
                Column::name,
                same(before.get().columns(), after.get().columns(), Column::name)))
        .withConstraints(
            merged(
                was.constraints(),
                now.constraints(),
                Constraint::name,
                same(before.get().constraints(), after.get().constraints(), Constraint::name)))
        .withIndexes(
            merged(
                was.indexes(),
                now.indexes(),
                Index::name,
                same(before.get().indexes(), after.get().indexes(), Index::name)));
  }

  /** The new parts, or the old one of the same name where the two are the same. */
  private static <T> List<T> merged(
      List<T> old, List<T> now, Function<T, String> name, Sameness<T> same) {
    Map<String, T> byName = byName(old, name);
    return now.stream()
        .map(part -> {
          T before = byName.get(name.apply(part));
          return before != null && same.test(before, part) ? before : part;
        })
        .toList();
  }

  private static <T> Sameness<T> same(List<T> before, List<T> after, Function<T, String> name) {
    Map<String, T> olds = byName(before, name);
    Map<String, T> news = byName(after, name);
    return (old, now) -> {
      T one = olds.get(name.apply(old));
      return one != null && one.equals(news.get(name.apply(now)));
    };
  }

  private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
    var map = new HashMap<String, T>();
    parts.stream()
        .filter(part -> !name.apply(part).isEmpty())
        .forEach(part -> map.put(name.apply(part), part));
    return map;
  }

  private static boolean alike(Column old, Column now) {
    return !old.value().equals(now.value())
        && old.value().getClass() == now.value().getClass()
        && old.filledBy(now.value()).equals(now)
        && !(isPlain(old) && isPlain(now));
  }

  /** Of two such defaults anyone sees that they differ; of most, only a server knows. */
  private static boolean isPlain(Column column) {
    return column.value() instanceof ValueSource.Default(var expression)
        && (column.type() instanceof DataType.Text
            ? PLAIN_TEXT.matcher(expression.sql()).matches()
            : column.type() instanceof DataType.Int
                && PLAIN_NUMBER.matcher(expression.sql()).matches());
  }

  private static boolean alike(Constraint old, Constraint now) {
    return !old.equals(now)
        && now.getClass() == old.getClass()
        && (now instanceof Constraint.Check || now instanceof Constraint.Verbatim);
  }

  private static boolean alike(Index old, Index now) {
    return !old.equals(now) && old.unique() == now.unique();
  }

  /** Whether two parts of one name are the same. */
  private interface Sameness<T> {
    boolean test(T old, T now);
  }
}
