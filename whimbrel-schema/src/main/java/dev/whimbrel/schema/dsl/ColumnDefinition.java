package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Conversion;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A column that is being declared; each word gives the column itself, so that words follow one
 * another.
 *
 * @param <V> the Java type of its values
 * @param <S> the class of the column itself, so that its own words can follow the general ones
 */
public abstract class ColumnDefinition<V, S extends ColumnDefinition<V, S>> extends Column<V> {
  private final TableDefinition table;
  private final String name;
  private final DataType type;
  private Optional<Boolean> nullable = Optional.empty();
  private boolean neverNull;
  private ValueSource value = new ValueSource.Given();
  private Optional<String> collation = Optional.empty();
  private Optional<String> former = Optional.empty();
  private Optional<EnumType> enumType = Optional.empty();
  private List<RenameHint> labels = List.of();
  private Optional<Expression> conversion = Optional.empty();

  protected ColumnDefinition(TableDefinition table, String name, DataType type) {
    this.table = table;
    this.name = name;
    this.type = type;
  }

  /** A column of another type of which the same is said. */
  protected ColumnDefinition(ColumnDefinition<?, ?> other, DataType type) {
    this(other.table, other.name, type);
    this.nullable = other.nullable;
    this.neverNull = other.neverNull;
    this.value = other.value;
    this.collation = other.collation;
    this.former = other.former;
    this.enumType = other.enumType;
    this.labels = other.labels;
  }

  protected abstract S self();

  @Override
  public final String name() {
    return name;
  }

  /** The key of the table is this column, which then is never null. */
  public final S primaryKey() {
    table.constrain(new PrimaryKeyDefinition(table, Optional.empty())).on(this);
    return self();
  }

  public final S notNull() {
    nullable = Optional.of(false);
    return self();
  }

  /** It may be null although it is a key, which SQLite allows. */
  public final S nullable() {
    nullable = Optional.of(true);
    return self();
  }

  public final S unique() {
    table.constrain(new UniqueDefinition(table, Optional.empty())).on(this);
    return self();
  }

  public final S unique(String constraint) {
    table.constrain(new UniqueDefinition(table, Optional.of(constraint))).on(this);
    return self();
  }

  /** Its value is one of that column of another table, or of this one. */
  public final <T extends TableDefinition> S references(
      Class<T> other, Function<? super T, ? extends Column<V>> column, ForeignKeyOption... how) {
    table.constrain(new ForeignKeyDefinition<>(table, other, List.of(how))).on(this, column);
    return self();
  }

  /** Its value is one of that column, which is asked for when all tables are there. */
  public final S references(Supplier<? extends Column<V>> column, ForeignKeyOption... how) {
    table.constrain(new SuppliedForeignKey(table, name, column, List.of(how)));
    return self();
  }

  /** A condition that no row may make false. */
  public final S check(String condition) {
    return check(table.naming().check(table.objectName().name(), name), condition);
  }

  public final S check(String constraint, String condition) {
    table.constrain(tables -> new Constraint.Check(constraint, new Expression(condition)));
    return self();
  }

  public final S collate(String other) {
    collation = Optional.of(other);
    return self();
  }

  /** The column is not new: it had this name. */
  public final S renamedFrom(String old) {
    former = Optional.of(old);
    return self();
  }

  /** What it is when nobody says: an SQL expression. */
  public final S defaultSql(String sql) {
    return filledBy(new ValueSource.Default(new Expression(sql)));
  }

  /** Computed from other columns of the row when it is written. */
  public final S generatedAlwaysAs(String sql) {
    return filledBy(new ValueSource.Generated(new Expression(sql), true));
  }

  /** Computed from other columns of the row when it is read. */
  public final S generatedVirtuallyAs(String sql) {
    return filledBy(new ValueSource.Generated(new Expression(sql), false));
  }

  protected final S filledBy(ValueSource source) {
    value = source;
    return self();
  }

  /** Its type, or the way it is filled, never lets it be null. */
  protected final S neverNull() {
    neverNull = true;
    return self();
  }

  /** Its values are listed by a type that the schema needs as well. */
  protected final S listedBy(EnumType listing, List<RenameHint> renamed) {
    enumType = Optional.of(listing);
    labels = List.copyOf(renamed);
    return self();
  }

  /** What makes the values of the rows that are there, where the column had another type. */
  protected final S convertedBy(String sql) {
    conversion = Optional.of(new Expression(sql));
    return self();
  }

  protected final DataType type() {
    return type;
  }

  @Override
  protected final TableDefinition table() {
    return table;
  }

  @Override
  final Index.Part part() {
    return Index.Part.column(name);
  }

  @Override
  final Optional<Column<?>> column() {
    return Optional.of(this);
  }

  final dev.whimbrel.schema.Column definition(boolean inKey) {
    boolean allowed = nullable.orElse(!inKey && !neverNull);
    return new dev.whimbrel.schema.Column(name, type, allowed, value, collation);
  }

  final Optional<EnumType> enumType() {
    return enumType;
  }

  final Optional<Conversion> conversion() {
    return conversion.map(value -> new Conversion(table.objectName(), name, value));
  }

  final Stream<RenameHint> renames() {
    return Stream.concat(
        former
            .<RenameHint>map(old -> new RenameHint.OfColumn(table.objectName(), old, name))
            .stream(),
        labels.stream());
  }
}
