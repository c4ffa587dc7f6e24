package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes values into the rows that are there before a column forbids that they have none; a new
 * column may be null until then.
 *
 * @param quote a name as it stands in SQL
 */
public record FillingRenderer(Renderer renderer, Guidance guidance, UnaryOperator<String> quote)
    implements Renderer {
  @Override
  public List<Statement> render(Change change, Schema before) {
    return switch (change) {
      case Change.AlterColumn(var table, var from, var to)
          when from.nullable() && guidance.fill(table, to).isPresent() ->
          filled(List.of(), table, to, renderer.render(change, before));
      case Change.AddColumn(var table, var column) when guidance.fill(table, column).isPresent() ->
          added(table, column, before);
      default -> renderer.render(change, before);
    };
  }

  @Override
  public Renderer within(List<Change> changes) {
    return new FillingRenderer(renderer.within(changes), guidance, quote);
  }

  @Override
  public Renderer along(List<Change> changes) {
    return new FillingRenderer(renderer.along(changes), guidance, quote);
  }

  private List<Statement> added(ObjectName table, Column column, Schema before) {
    Column open = column.nullable(true);
    var add = new Change.AddColumn(table, open);
    var alter = new Change.AlterColumn(table, open, column);
    return filled(
        renderer.render(add, before), table, column, renderer.render(alter, add.applyTo(before)));
  }

  private List<Statement> filled(
      List<Statement> first, ObjectName table, Column column, List<Statement> then) {
    var statements = new ArrayList<>(first);
    String name = quote.apply(column.name());
    String update =
        "UPDATE %s SET %s = %s WHERE %s IS NULL"
            .formatted(quoted(table), name, guidance.fill(table, column).orElseThrow().sql(), name);
    boolean live = guidance.live().contains(table);
    statements.add(live ? Statement.apart(update) : Statement.of(update));
    statements.addAll(then);
    return statements;
  }

  private String quoted(ObjectName table) {
    String name = quote.apply(table.name());
    return table.namespace().isEmpty() ? name : quote.apply(table.namespace()) + "." + name;
  }
}
