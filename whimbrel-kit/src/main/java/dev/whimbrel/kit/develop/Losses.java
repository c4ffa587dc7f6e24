package dev.whimbrel.kit.develop;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Looks in a live database for what changes would destroy; what is empty is no loss. */
record Losses(Session session, Dialect dialect) {
  /** What these changes would destroy, under the names that things have now. */
  List<Loss> of(List<Change> changes, Schema from) {
    var losses = new ArrayList<Loss>();
    Schema renamed = Change.applyAll(changes.stream().filter(Change::renames).toList(), from);
    for (Change change : changes) {
      switch (change) {
        case Change.Drop(Table table) -> ofTable(table.name(), losses);
        case Change.Drop(Opaque opaque) when opaque.objectKind().endsWith("table") ->
            losses.add(new Loss(opaque.name().name(), "what is in " + opaque.name()));
        case Change.DropColumn(var table, var column) when !column.generated() ->
            ofColumn(old(table, changes), oldName(table, column, changes), losses);
        case Change.Replace(Table was, Table now) ->
            replaced(renamed.table(now.name()), now, losses);
        default -> {}
      }
    }
    return losses;
  }

  private void replaced(Table was, Table now, List<Loss> losses) {
    was.columns().stream()
        .filter(column -> !column.generated() && now.findColumn(column.name()).isEmpty())
        .forEach(column -> ofColumn(was.name(), column.name(), losses));
  }

  private void ofTable(ObjectName table, List<Loss> losses) {
    long rows = count("SELECT count(*) AS n FROM " + quoted(table));
    if (rows > 0) {
      losses.add(new Loss(table.toString(), rows + (rows == 1 ? " row of " : " rows of ") + table));
    }
  }

  private void ofColumn(ObjectName table, String column, List<Loss> losses) {
    long values =
        count("SELECT count(%s) AS n FROM %s".formatted(dialect.quote(column), quoted(table)));
    if (values > 0) {
      String name = table + "." + column;
      losses.add(new Loss(name, values + (values == 1 ? " value of " : " values of ") + name));
    }
  }

  private long count(String query) {
    return session.query(query).getFirst().number("n");
  }

  private String quoted(ObjectName table) {
    String name = dialect.quote(table.name());
    return table.namespace().isEmpty() ? name : dialect.quote(table.namespace()) + "." + name;
  }

  private static ObjectName old(ObjectName table, List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.RenameTable(var from, var to) && to.equals(table)) {
        return from;
      }
    }
    return table;
  }

  private static String oldName(ObjectName table, Column column, List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.RenameColumn(var within, var from, var to)
          && within.equals(table)
          && to.equals(column.name())) {
        return from;
      }
    }
    return column.name();
  }
}
