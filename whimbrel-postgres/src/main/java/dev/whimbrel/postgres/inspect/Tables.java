package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables with all that belongs to them. */
record Tables(
    Map<Long, List<Column>> columns,
    Map<Long, List<Constraint>> constraints,
    Map<Long, List<Index>> indexes) {
  private static final String QUERY =
      """
      SELECT c.oid, :namespace AS namespace, c.relname AS name, c.relpersistence = 'u' AS unlogged,
        array_to_string(c.reloptions, ', ') AS parameters,
        CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partitioning
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
        AND :ours AND :own_class
      """;

  List<Table> read(Session session) {
    return session.query(Catalog.query(QUERY)).stream().map(this::table).toList();
  }

  private Table table(Row row) {
    long oid = row.number("oid");
    return new Table(
        Catalog.name(row),
        columns.getOrDefault(oid, List.of()),
        constraints.getOrDefault(oid, List.of()),
        indexes.getOrDefault(oid, List.of()),
        options(row));
  }

  private static List<String> options(Row row) {
    var options = new ArrayList<String>();
    if (row.flag("unlogged")) {
      options.add("UNLOGGED");
    }
    row.find("partitioning").ifPresent(key -> options.add("PARTITION BY " + key));
    row.find("parameters").ifPresent(parameters -> options.add("WITH (" + parameters + ")"));
    return options;
  }
}
