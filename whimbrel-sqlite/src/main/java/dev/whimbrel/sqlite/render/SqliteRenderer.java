package dev.whimbrel.sqlite.render;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Fill;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.sqlite.parse.Names;
import java.util.List;
import java.util.stream.Stream;

/** Puts changes into SQL as Drizzle prints it for SQLite. */
public final class SqliteRenderer implements Renderer {
  private final List<Fill> fills;

  /**
   * @param fills what rows get in columns that may not be null from now on
   */
  public SqliteRenderer(List<Fill> fills) {
    this.fills = List.copyOf(fills);
  }

  @Override
  public List<Statement> render(Change change, Schema before) {
    return sql(change, before).map(Statement::of).toList();
  }

  private Stream<String> sql(Change change, Schema before) {
    return switch (change) {
      case Change.Create(var object) -> create(object);
      case Change.Drop(var object) -> drop(object, before);
      case Change.Replace(Table from, Table to) -> replace(from, to, before);
      case Change.Replace(var from, var to) -> Stream.concat(drop(from, before), create(to));
      case Change.RenameTable(var from, var to) -> rename(from, to, before);
      case Change.RenameColumn(var table, var from, var to) ->
          alter(table, "RENAME COLUMN " + Names.quoted(from) + " TO " + Names.quoted(to));
      case Change.RenameLabel rename -> Stream.empty(); // types of listed values are not kept here
      case Change.AddColumn(var table, var column) -> add(table, column, "");
      case Change.DropColumn(var table, var column) ->
          alter(table, "DROP COLUMN " + Names.quoted(column.name()));
      case Change.AddIndex(var table, var index) -> Stream.of(TableSql.createIndex(table, index));
      case Change.DropIndex(var table, var index) ->
          Stream.of("DROP INDEX " + Names.quoted(index.name()));
      case Change.AlterColumn alter -> rebuild(alter, before);
      case Change.AddConstraint add -> rebuild(add, before);
      case Change.DropConstraint drop -> rebuild(drop, before);
    };
  }

  private static Stream<String> create(SchemaObject object) {
    return switch (object) {
      case Table table -> {
        var sql = new TableSql(table);
        yield Stream.concat(Stream.of(sql.create(table.name())), sql.createIndexes());
      }
      case View view ->
          Stream.of("CREATE VIEW " + Words.quoted(view.name()) + " AS " + view.definition());
      case Opaque opaque -> Stream.of(opaque.definition());
      case EnumType type -> Stream.empty();
    };
  }

  private static Stream<String> drop(SchemaObject object, Schema before) {
    return switch (object) {
      case Table table -> dropTable(table.name(), before);
      case View view -> Stream.of("DROP VIEW " + Words.quoted(view.name()));
      case Opaque opaque -> Stream.of(opaque.removal());
      case EnumType type -> Stream.empty();
    };
  }

  /** With foreign keys on, dropping a table deletes its rows first, and what refers to them. */
  private static Stream<String> dropTable(ObjectName name, Schema before) {
    String drop = "DROP TABLE " + Words.quoted(name);
    boolean referred =
        before.tables().anyMatch(other -> !other.name().equals(name) && refers(other, name));
    return referred ? Stream.of(ForeignKeys.OFF, drop, ForeignKeys.ON) : Stream.of(drop);
  }

  private static boolean refers(Table table, ObjectName name) {
    return table.foreignKeys().anyMatch(key -> key.references().equals(name));
  }

  private Stream<String> replace(Table from, Table to, Schema before) {
    return ColumnAdditions.between(from, to)
        .filter(additions -> additions.columns().stream().noneMatch(each -> filled(to, each)))
        .map(SqliteRenderer::add)
        .orElseGet(() -> new Rebuild(from, to, before, fills).statements());
  }

  private boolean filled(Table table, Column column) {
    return fills.stream().anyMatch(fill -> fill.isFor(table.name(), column.name()));
  }

  private static Stream<String> add(ColumnAdditions additions) {
    return additions.columns().stream()
        .flatMap(column -> add(additions.to().name(), column, references(column, additions)));
  }

  private static Stream<String> add(ObjectName table, Column column, String references) {
    return alter(table, "ADD " + ColumnSql.definition(column, "") + references);
  }

  private static String references(Column column, ColumnAdditions additions) {
    var text = new StringBuilder();
    for (Constraint.ForeignKey key : additions.keys()) {
      if (key.columns().contains(column.name())) {
        text.append(' ').append(ConstraintSql.named(key)).append(ConstraintSql.references(key));
      }
    }
    return text.toString();
  }

  private Stream<String> rebuild(Change.OfTable change, Schema before) {
    Table from = before.table(change.table());
    return replace(from, change.applyTo(before).table(change.table()), before);
  }

  /** SQLite takes a name in other letters for one that is there already. */
  private static Stream<String> rename(ObjectName from, ObjectName to, Schema before) {
    if (!from.name().equalsIgnoreCase(to.name())) {
      return alter(from, "RENAME TO " + Words.quoted(to));
    }
    ObjectName between = Rebuild.unused("__new_" + to.name(), to, before);
    return Stream.concat(
        alter(from, "RENAME TO " + Words.quoted(between)),
        alter(between, "RENAME TO " + Words.quoted(to)));
  }

  private static Stream<String> alter(ObjectName table, String action) {
    return Stream.of("ALTER TABLE " + Words.quoted(table) + " " + action);
  }
}
