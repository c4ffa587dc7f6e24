package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
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
        array_to_string(c.reloptions || (SELECT array_agg('toast.' || o) FROM pg_class x,
          unnest(x.reloptions) o WHERE x.oid = c.reltoastrelid), ', ') AS parameters,
        CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partitioning,
        pg_get_expr(c.relpartbound, c.oid) AS bound, nullif(c.reloftype, 0)::regtype AS row_type,
        (SELECT string_agg(h.inhparent::regclass::text, ', ' ORDER BY h.inhseqno)
          FROM pg_inherits h WHERE h.inhrelid = c.oid) AS parents,
        (SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = c.relam AND m.amname <> 'heap')
          AS method,
        (SELECT quote_ident(s.spcname) FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS space
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND :ours AND :own_class
      """;

  List<Table> read(Catalog catalog) {
    return catalog.rows(QUERY).stream().map(this::table).toList();
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
    row.find("row_type").ifPresent(type -> options.add("OF " + type));
    row.find("parents").ifPresent(parents -> options.add(descent(row, parents)));
    row.find("partitioning").ifPresent(key -> options.add("PARTITION BY " + key));
    row.find("method").ifPresent(method -> options.add("USING " + method));
    row.find("parameters").ifPresent(parameters -> options.add("WITH (" + parameters + ")"));
    row.find("space").ifPresent(space -> options.add("TABLESPACE " + space));
    return options;
  }

  private static String descent(Row row, String parents) {
    return row.find("bound")
        .map(bound -> "PARTITION OF " + parents + " " + bound)
        .orElse("INHERITS (" + parents + ")");
  }
}
