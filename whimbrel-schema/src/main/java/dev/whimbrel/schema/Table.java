package dev.whimbrel.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table and all that belongs to it.
 *
 * @param options words behind the list of columns, such as {@code STRICT}, in the dialect's order
 */
public record Table(
    ObjectName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<String> options)
    implements SchemaObject {
  private static final List<String> OF_OTHERS = List.of("PARTITION OF ", "INHERITS (", "OF ");

  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    options = List.copyOf(options);
  }

  /** A table with columns and nothing else. */
  public static Table of(ObjectName name, Column... columns) {
    return new Table(name, List.of(columns), List.of(), List.of(), List.of());
  }

  /**
   * The column of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public Column column(String column) {
    return findColumn(column)
        .orElseThrow(() -> new NoSuchElementException("there is no column " + name + "." + column));
  }

  public Optional<Column> findColumn(String column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }

  /** Whether it has columns besides its own: those of its parents, or of the type it is made of. */
  public boolean hasColumnsOfOthers() {
    return options.stream().anyMatch(words -> OF_OTHERS.stream().anyMatch(words::startsWith));
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints(Constraint.PrimaryKey.class).findFirst();
  }

  public Stream<Constraint.ForeignKey> foreignKeys() {
    return constraints(Constraint.ForeignKey.class);
  }

  /** The constraints of one kind, in the table's order. */
  public <T extends Constraint> Stream<T> constraints(Class<T> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Table named(ObjectName other) {
    return new Table(other, columns, constraints, indexes, options);
  }

  public Table withColumns(List<Column> others) {
    return new Table(name, others, constraints, indexes, options);
  }

  public Table withConstraints(List<? extends Constraint> others) {
    return new Table(name, columns, List.copyOf(others), indexes, options);
  }

  public Table withIndexes(List<Index> others) {
    return new Table(name, columns, constraints, others, options);
  }

  public Table withOptions(List<String> others) {
    return new Table(name, columns, constraints, indexes, others);
  }

  public Table with(Column column) {
    return withColumns(plus(columns, column));
  }

  public Table with(Constraint constraint) {
    return withConstraints(plus(constraints, constraint));
  }

  public Table with(Index index) {
    return withIndexes(plus(indexes, index));
  }

  public Table without(Column column) {
    return withColumns(minus(columns, column));
  }

  public Table without(Constraint constraint) {
    return withConstraints(minus(constraints, constraint));
  }

  public Table without(Index index) {
    return withIndexes(minus(indexes, index));
  }

  /** The table with one column in the place of another. */
  public Table replacing(Column from, Column to) {
    return withColumns(
        columns.stream().map(each -> each.name().equals(from.name()) ? to : each).toList());
  }

  /** The table after one of its columns got another name, which everything in it follows. */
  public Table afterColumnRename(String from, String to) {
    return new Table(
            name,
            mapped(columns, column -> column.afterRename(from, to)),
            mapped(constraints, constraint -> constraint.afterColumnRename(from, to)),
            mapped(indexes, index -> index.afterRename(from, to)),
            mapped(options, words -> renamed(words, List.of("PARTITION BY "), from, to)))
        .afterReferencedRename(name, from, to);
  }

  /** The table after a column of another one got another name. */
  public Table afterReferencedRename(ObjectName table, String from, String to) {
    return mappingForeignKeys(key -> key.afterReferencedRename(table, from, to));
  }

  /** The table after another one, or itself, got another name. */
  public Table afterTableRename(ObjectName from, ObjectName to) {
    return (name.equals(from) ? named(to) : this)
        .withOptions(from.namespace().equals(to.namespace()) ? related(from, to) : options)
        .mappingForeignKeys(key -> key.afterTableRename(from, to));
  }

  /** The words behind it, where they name a table that it has columns from. */
  private List<String> related(ObjectName from, ObjectName to) {
    return mapped(options, words -> renamed(words, OF_OTHERS, from.name(), to.name()));
  }

  private static String renamed(String words, List<String> heads, String from, String to) {
    return heads.stream().anyMatch(words::startsWith)
        ? new Expression(words).renamed(from, to).sql()
        : words;
  }

  Table essence() {
    return new Table(
        name,
        sorted(columns, Comparator.comparing(Column::name)),
        sorted(constraints, Comparator.comparing(Constraint::name).thenComparing(Object::toString)),
        sorted(indexes, Comparator.comparing(Index::name)),
        options);
  }

  private Table mappingForeignKeys(UnaryOperator<Constraint.ForeignKey> change) {
    return withConstraints(
        mapped(
            constraints,
            each -> each instanceof Constraint.ForeignKey key ? change.apply(key) : each));
  }

  private static <T> List<T> mapped(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  private static <T> List<T> plus(List<T> list, T element) {
    var longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  private static <T> List<T> minus(List<T> list, T element) {
    var shorter = new ArrayList<>(list);
    shorter.remove(element);
    return shorter;
  }
}
