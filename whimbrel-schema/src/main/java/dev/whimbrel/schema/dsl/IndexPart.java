package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Index.Nulls;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.Optional;

/** One thing that an index is sorted by: a column or an expression, and which way. */
public abstract class IndexPart {
  IndexPart() {}

  abstract Index.Part part();

  /** The column that this is, unless it is an expression. */
  abstract Optional<Column<?>> column();

  /** Smallest first, which is what happens unasked. */
  public final IndexPart asc() {
    return sorted(false, part().nulls());
  }

  /** Greatest first. */
  public final IndexPart desc() {
    return sorted(true, part().nulls());
  }

  public final IndexPart nullsFirst() {
    return sorted(part().descending(), Optional.of(Nulls.FIRST));
  }

  public final IndexPart nullsLast() {
    return sorted(part().descending(), Optional.of(Nulls.LAST));
  }

  /** Sorted by the rules of that collation. */
  public final IndexPart collation(String name) {
    Index.Part part = part();
    return as(Optional.of(name), part.operatorClass());
  }

  /** Compared by that operator class, such as {@code gin_trgm_ops}. */
  public final IndexPart operatorClass(String name) {
    return as(part().collation(), Optional.of(name));
  }

  private IndexPart sorted(boolean descending, Optional<Nulls> nulls) {
    Index.Part part = part();
    return new Sorted(
        column(),
        new Index.Part(
            part.text(),
            part.expression(),
            descending,
            nulls,
            part.collation(),
            part.operatorClass()));
  }

  private IndexPart as(Optional<String> collation, Optional<String> operatorClass) {
    Index.Part part = part();
    return new Sorted(
        column(),
        new Index.Part(
            part.text(),
            part.expression(),
            part.descending(),
            part.nulls(),
            collation,
            operatorClass));
  }

  /** A part of which more is said than which column it is. */
  static final class Sorted extends IndexPart {
    private final Optional<Column<?>> column;
    private final Index.Part part;

    Sorted(Optional<Column<?>> column, Index.Part part) {
      this.column = column;
      this.part = part;
    }

    @Override
    Index.Part part() {
      return part;
    }

    @Override
    Optional<Column<?>> column() {
      return column;
    }
  }
}
