package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.dsl.TableDefinition.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An index that is being declared. */
public final class IndexDefinition {
  private final TableDefinition table;
  private final Optional<String> name;
  private final boolean unique;
  private final List<IndexPart> parts = new ArrayList<>();
  private List<Column<?>> include = List.of();
  private boolean nullsNotDistinct;
  private Optional<String> method = Optional.empty();
  private Optional<Expression> condition = Optional.empty();
  private Optional<String> parameters = Optional.empty();

  IndexDefinition(TableDefinition table, Optional<String> name, boolean unique) {
    this.table = table;
    this.name = name;
    this.unique = unique;
  }

  /** What it is sorted by, in order. */
  public IndexDefinition on(IndexPart... more) {
    parts.addAll(List.of(more));
    return this;
  }

  /** It is sorted by what an expression gives, such as {@code lower(email)}. */
  public IndexDefinition onExpression(String sql) {
    return on(table.expression(sql));
  }

  /** It holds only the rows of which this is true. */
  public IndexDefinition where(String sql) {
    condition = Optional.of(new Expression(sql));
    return this;
  }

  /** How it is built, such as {@code gin}. */
  public IndexDefinition using(String how) {
    method = Optional.of(how);
    return this;
  }

  /** Further columns that it carries along. */
  public IndexDefinition include(Column<?>... columns) {
    include = List.of(columns);
    return this;
  }

  /** Two nulls count as equal. */
  public IndexDefinition nullsNotDistinct() {
    nullsNotDistinct = true;
    return this;
  }

  /** Storage parameters in the database's own words: {@code fillfactor=70}. */
  public IndexDefinition with(String words) {
    parameters = Optional.of(words);
    return this;
  }

  Index index() {
    List<Column<?>> columns = new ArrayList<>();
    parts.forEach(part -> part.column().ifPresent(columns::add));
    String title = "the index " + name.orElse("");
    List<String> names = table.own(title.strip(), columns);
    return new Index(
        name.orElseGet(() -> table.naming().index(table.objectName().name(), names)),
        unique,
        method,
        parts.stream().map(IndexPart::part).toList(),
        table.own(title.strip(), include),
        nullsNotDistinct,
        condition,
        parameters);
  }
}
