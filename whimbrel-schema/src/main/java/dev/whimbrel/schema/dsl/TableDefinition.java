package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.Conversion;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Declares one table: a class whose fields are its columns, in the order in which they are made.
 * All words that a declaration needs are inherited from here and from the dialect's own class.
 */
public abstract class TableDefinition {
  protected static final Action NO_ACTION = Action.NO_ACTION;
  protected static final Action RESTRICT = Action.RESTRICT;
  protected static final Action CASCADE = Action.CASCADE;
  protected static final Action SET_NULL = Action.SET_NULL;
  protected static final Action SET_DEFAULT = Action.SET_DEFAULT;

  private final ObjectName objectName;
  private final List<ColumnDefinition<?, ?>> columns = new ArrayList<>();
  private final List<ConstraintDefinition> constraints = new ArrayList<>();
  private final List<IndexDefinition> indexes = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Function<ObjectName, Stream<? extends SchemaObject>>> others =
      new ArrayList<>();
  private Optional<ObjectName> former = Optional.empty();

  /** A table named after its class: {@code UserProfiles} declares {@code user_profiles}. */
  protected TableDefinition() {
    objectName = ObjectName.of(new SnakeCase(getClass().getSimpleName()).toString());
  }

  protected TableDefinition(String name) {
    this("", name);
  }

  protected TableDefinition(String namespace, String name) {
    objectName = new ObjectName(namespace, name);
  }

  /**
   * A column of a table.
   *
   * @param <V> the Java type of its values
   */
  public abstract static class Column<V> extends IndexPart {
    Column() {}

    public abstract String name();

    abstract TableDefinition table();
  }

  /** What parts of the table are called when nobody says so. */
  protected Naming naming() {
    return Naming.spoken();
  }

  /** Makes a column known; a dialect's words for columns end in this. */
  protected final <C extends ColumnDefinition<?, ?>> C add(C column) {
    columns.add(column);
    return column;
  }

  /** Declares what stands beside the table, by the table's name. */
  protected final void beside(Function<ObjectName, Stream<? extends SchemaObject>> objects) {
    others.add(objects);
  }

  /** Puts a column in the place of the one it was made from. */
  protected final <C extends ColumnDefinition<?, ?>> C replace(
      ColumnDefinition<?, ?> old, C column) {
    columns.set(columns.indexOf(old), column);
    return column;
  }

  /** A column of any type, for what has no word of its own. */
  protected final AnyColumn column(String name, DataType type) {
    return add(new AnyColumn(this, name, type));
  }

  protected final ForeignKeyOption onDelete(Action action) {
    return new ForeignKeyOption.OnDelete(action);
  }

  protected final ForeignKeyOption onUpdate(Action action) {
    return new ForeignKeyOption.OnUpdate(action);
  }

  /** A foreign key with another name than it gets by itself. */
  protected final ForeignKeyOption named(String name) {
    return new ForeignKeyOption.Named(name);
  }

  /** A foreign key whose check a transaction can put off to its end. */
  protected final ForeignKeyOption deferrable() {
    return new ForeignKeyOption.Checked(Deferral.INITIALLY_IMMEDIATE);
  }

  /** A foreign key that is checked at the end of each transaction. */
  protected final ForeignKeyOption initiallyDeferred() {
    return new ForeignKeyOption.Checked(Deferral.INITIALLY_DEFERRED);
  }

  /** The key of the table, over these columns. */
  protected final PrimaryKeyDefinition primaryKey(Column<?>... parts) {
    return constrain(new PrimaryKeyDefinition(this, Optional.empty())).on(parts);
  }

  protected final PrimaryKeyDefinition primaryKey(String name) {
    return constrain(new PrimaryKeyDefinition(this, Optional.of(name)));
  }

  protected final UniqueDefinition unique() {
    return constrain(new UniqueDefinition(this, Optional.empty()));
  }

  protected final UniqueDefinition unique(String name) {
    return constrain(new UniqueDefinition(this, Optional.of(name)));
  }

  /** A condition that no row may make false. */
  protected final void check(String name, String condition) {
    constrain(tables -> new Constraint.Check(name, new Expression(condition)));
  }

  /** A foreign key, column by column: {@code foreignKey(Orders.class).on(order, o -> o.id)}. */
  protected final <T extends TableDefinition> ForeignKeyDefinition<T> foreignKey(
      Class<T> table, ForeignKeyOption... how) {
    return constrain(new ForeignKeyDefinition<>(this, table, List.of(how)));
  }

  /** A foreign key to a table that has no class here, or to a column of another value type. */
  protected final NamedForeignKeyDefinition foreignKeyTo(
      String namespace, String table, ForeignKeyOption... how) {
    return constrain(
        new NamedForeignKeyDefinition(this, new ObjectName(namespace, table), List.of(how)));
  }

  /** A constraint in the database's own words: {@code EXCLUDE USING gist (…)}. */
  protected final void constraint(String name, String definition) {
    constrain(tables -> new Constraint.Verbatim(name, definition));
  }

  protected final IndexDefinition index() {
    return add(new IndexDefinition(this, Optional.empty(), false));
  }

  protected final IndexDefinition index(String name) {
    return add(new IndexDefinition(this, Optional.of(name), false));
  }

  protected final IndexDefinition uniqueIndex() {
    return add(new IndexDefinition(this, Optional.empty(), true));
  }

  protected final IndexDefinition uniqueIndex(String name) {
    return add(new IndexDefinition(this, Optional.of(name), true));
  }

  /** An expression that an index is sorted by. */
  protected final IndexPart expression(String sql) {
    return new IndexPart.Sorted(Optional.empty(), Index.Part.expression(sql));
  }

  /** A column that the table has from another, or from its type, to be spoken of in its parts. */
  protected final AnyColumn inherited(String column) {
    return new AnyColumn(this, column, new DataType.Native("inherited"));
  }

  /** Words behind the list of columns, such as {@code WITH (fillfactor=70)}. */
  protected final void option(String words) {
    options.add(words);
  }

  /** The table is not new: it had this name. */
  protected final void renamedFrom(String name) {
    former = Optional.of(objectName.sibling(name));
  }

  /** The table is not new: it had this name, in that namespace. */
  protected final void renamedFrom(String namespace, String name) {
    former = Optional.of(new ObjectName(namespace, name));
  }

  final <D extends ConstraintDefinition> D constrain(D constraint) {
    constraints.add(constraint);
    return constraint;
  }

  private IndexDefinition add(IndexDefinition index) {
    indexes.add(index);
    return index;
  }

  final ObjectName objectName() {
    return objectName;
  }

  /** The names of columns that a part of this table is about, if they are its own. */
  final List<String> own(String part, List<? extends Column<?>> named) {
    for (Column<?> column : named) {
      if (!equals(column.table())) {
        throw new DefinitionException(
            "%s of table %s names the column %s, which belongs to table %s."
                .formatted(part, objectName, column.name(), column.table().objectName));
      }
    }
    return named.stream().<String>map(Column::name).toList();
  }

  /** The table as a value, once all that it refers to is there. */
  final Table definition(Tables tables) {
    checkNames();
    checkKeys();
    return new Table(
        objectName,
        columns.stream().map(column -> column.definition(inKey(column))).toList(),
        constraints.stream().map(constraint -> constraint.constraint(tables)).toList(),
        indexes.stream().map(IndexDefinition::index).toList(),
        options);
  }

  final Stream<EnumType> enumTypes() {
    return columns.stream().flatMap(column -> column.enumType().stream());
  }

  final Stream<SchemaObject> others() {
    return others.stream().flatMap(objects -> objects.apply(objectName));
  }

  final Stream<RenameHint> renames() {
    Stream<RenameHint> table =
        former.<RenameHint>map(old -> new RenameHint.OfTable(old, objectName)).stream();
    return Stream.concat(table, columns.stream().flatMap(column -> column.renames()));
  }

  final Stream<Conversion> conversions() {
    return columns.stream().flatMap(column -> column.conversion().stream());
  }

  private boolean inKey(Column<?> column) {
    return keys().anyMatch(key -> key.covers(column));
  }

  private Stream<PrimaryKeyDefinition> keys() {
    return constraints.stream()
        .filter(PrimaryKeyDefinition.class::isInstance)
        .map(PrimaryKeyDefinition.class::cast);
  }

  private void checkNames() {
    var seen = new HashSet<String>();
    for (Column<?> column : columns) {
      if (!seen.add(column.name())) {
        throw new DefinitionException(
            "table %s has two columns named %s; rename one of them."
                .formatted(objectName, column.name()));
      }
    }
  }

  private void checkKeys() {
    if (keys().count() > 1) {
      throw new DefinitionException(
          "table %s has two primary keys; for one key over several columns write { primaryKey(a, b); }."
              .formatted(objectName));
    }
  }
}
