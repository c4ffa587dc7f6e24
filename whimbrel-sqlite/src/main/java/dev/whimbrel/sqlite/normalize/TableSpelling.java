package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.IndexParser;
import dev.whimbrel.sqlite.parse.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One table in SQLite's own spelling. */
final class TableSpelling {
  private final Table source;
  private final Wording wording;

  TableSpelling(Table source) {
    this.source = source;
    this.wording = new Wording(source);
  }

  Table table() {
    List<Constraint> constraints = source.constraints().stream().map(this::constraint).toList();
    return new Table(
        source.name(),
        source.columns().stream().map(this::column).toList(),
        ConstraintOrder.sorted(source, constraints),
        source.indexes().stream().map(this::index).toList(),
        source.options().stream().map(each -> each.toUpperCase(Locale.ROOT)).sorted().toList());
  }

  private Column column(Column column) {
    boolean strict = source.options().stream().anyMatch("STRICT"::equalsIgnoreCase);
    String type = strict ? TypeWords.ofStrict(column.type()) : TypeWords.of(column.type());
    return column.typed(new DataType.Native(type)).filledBy(value(column.value()));
  }

  private ValueSource value(ValueSource value) {
    return switch (value) {
      case ValueSource.Default(var expression) ->
          new ValueSource.Default(new Expression(Defaults.spelled(expression.sql())));
      case ValueSource.Generated(var expression, var stored) ->
          new ValueSource.Generated(worded(expression), stored);
      case ValueSource.Identity identity -> new ValueSource.AutoIncrement();
      case ValueSource.Serial serial -> new ValueSource.AutoIncrement();
      case ValueSource.AutoIncrement counted -> counted;
      case ValueSource.Given given -> given;
    };
  }

  private Constraint constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey(var name, var columns) ->
          new Constraint.PrimaryKey(name, wording.columns(columns));
      case Constraint.Unique(var name, var columns, var nulls) ->
          new Constraint.Unique(name, wording.columns(columns), nulls);
      case Constraint.Check(var name, var condition) ->
          new Constraint.Check(name, worded(condition));
      case Constraint.ForeignKey key -> foreignKey(key);
      case Constraint.Verbatim(var name, var definition) ->
          new Constraint.Verbatim(name, wording.of(definition));
    };
  }

  private Constraint foreignKey(Constraint.ForeignKey key) {
    return new Constraint.ForeignKey(
        key.name(),
        wording.columns(key.columns()),
        key.references(),
        key.referenced(),
        key.onDelete(),
        key.onUpdate(),
        key.deferral());
  }

  private Index index(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        Optional.empty(),
        index.parts().stream().map(this::part).toList(),
        List.of(),
        false,
        index.where().map(this::worded),
        Optional.empty());
  }

  private Index.Part part(Index.Part part) {
    Index.Part read = part.expression() ? IndexParser.part(part.text()) : part;
    String text = read.expression() ? wording.of(read.text()) : wording.column(read.text());
    Optional<String> collation = read.collation().or(part::collation);
    boolean folded = read.expression() && collation.isPresent();
    return new Index.Part(
        folded ? text + " COLLATE " + collation.get() : text,
        read.expression(),
        part.descending() || read.descending(),
        Optional.empty(),
        folded ? Optional.empty() : collation,
        Optional.empty());
  }

  private Expression worded(Expression expression) {
    return new Expression(wording.of(expression.sql()));
  }
}
