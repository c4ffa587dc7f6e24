package dev.whimbrel.change;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another name for a value of an enumeration, which everything follows that says of which type it
 * is: expressions name the type behind the literal, and the default of a column needs not to.
 */
record LabelRename(Change.RenameLabel label) {
  void applyTo(Map<ObjectName, SchemaObject> objects) {
    objects.replaceAll((name, object) -> followed(object));
  }

  private SchemaObject followed(SchemaObject object) {
    return switch (object) {
      case EnumType type -> type.name().equals(label.type()) ? renamed(type) : type;
      case Table table -> followed(table);
      case View view ->
          new View(view.name(), text(view.definition()), view.materialized(), view.leansOn());
      case Opaque opaque ->
          new Opaque(
              opaque.name(),
              opaque.objectKind(),
              text(opaque.definition()),
              opaque.removal(),
              opaque.leansOn());
    };
  }

  private EnumType renamed(EnumType type) {
    return new EnumType(
        type.name(),
        type.labels().stream().map(each -> each.equals(label.from()) ? label.to() : each).toList());
  }

  private Table followed(Table table) {
    return table
        .withColumns(table.columns().stream().map(this::followed).toList())
        .withConstraints(table.constraints().stream().map(this::followed).toList())
        .withIndexes(table.indexes().stream().map(this::followed).toList());
  }

  private Column followed(Column column) {
    return switch (column.value()) {
      case ValueSource.Default(var value) -> {
        String said = isOf(column.type()) ? literals(value.sql()) : text(value.sql());
        yield column.filledBy(new ValueSource.Default(new Expression(said)));
      }
      case ValueSource.Generated(var value, var stored) ->
          column.filledBy(new ValueSource.Generated(followed(value), stored));
      default -> column;
    };
  }

  /** Also as an element of an array that is written as one literal. */
  private String literals(String sql) {
    return Pattern.compile("(?<=[{,])" + Pattern.quote(label.from()) + "(?=[},])")
        .matcher(sql.replace(old(), now()))
        .replaceAll(Matcher.quoteReplacement(label.to()));
  }

  private boolean isOf(DataType type) {
    return switch (type) {
      case DataType.Enumerated(var name) -> name.equals(label.type());
      case DataType.Array(var element) -> isOf(element);
      default -> false;
    };
  }

  private Constraint followed(Constraint constraint) {
    return constraint instanceof Constraint.Check(var name, var condition)
        ? new Constraint.Check(name, followed(condition))
        : constraint;
  }

  private Index followed(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        index.parts().stream().map(this::followed).toList(),
        index.include(),
        index.nullsNotDistinct(),
        index.where().map(this::followed),
        index.with());
  }

  private Index.Part followed(Index.Part part) {
    return new Index.Part(
        part.expression() ? text(part.text()) : part.text(),
        part.expression(),
        part.descending(),
        part.nulls(),
        part.collation(),
        part.operatorClass());
  }

  private Expression followed(Expression expression) {
    return new Expression(text(expression.sql()));
  }

  private String text(String sql) {
    String type = "(?=::(?:\"?\\w+\"?\\.)?\"?" + Pattern.quote(label.type().name()) + "\\b)";
    return sql.contains(old())
        ? Pattern.compile(Pattern.quote(old()) + type)
            .matcher(sql)
            .replaceAll(Matcher.quoteReplacement(now()))
        : sql;
  }

  private String old() {
    return literal(label.from());
  }

  private String now() {
    return literal(label.to());
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
