package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indexes of all tables, except those behind constraints and those left unfinished. */
final class Indexes {
  private static final String QUERY =
      """
      SELECT c.oid, i.indexrelid, x.relname AS name, i.indisunique, m.amname AS method,
        :nulls_not_distinct AS nulls_not_distinct,
        pg_get_expr(i.indpred, i.indrelid) AS condition,
        array_to_string(x.reloptions, ', ') AS parameters,
        a.attname AS column, k.place > i.indnkeyatts AS included,
        CASE WHEN k.number = 0 THEN pg_get_indexdef(i.indexrelid, k.place::int, false) END AS expression,
        (i.indoption[k.place - 1] & 1) = 1 AS descending,
        (i.indoption[k.place - 1] & 2) = 2 AS nulls_first,
        CASE WHEN i.indcollation[k.place - 1] IN (0, xt.typcollation, a.attcollation) THEN NULL
          WHEN pg_collation_is_visible(l.oid) THEN l.collname
          ELSE '"' || replace(ln.nspname, '"', '""') || '"."' || replace(l.collname, '"', '""') || '"' END AS collation,
        CASE WHEN o.opcdefault AND xa.attoptions IS NULL THEN NULL
          ELSE CASE WHEN pg_opclass_is_visible(o.oid) THEN '' ELSE quote_ident(os.nspname) || '.' END
            || quote_ident(o.opcname) || coalesce(' (' || (SELECT string_agg(
              split_part(p, '=', 1) || '=' || quote_literal(substr(p, strpos(p, '=') + 1)), ', ')
              FROM unnest(xa.attoptions) p) || ')', '') END AS operator_class
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am m ON m.oid = x.relam
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number > 0
        LEFT JOIN pg_attribute xa ON xa.attrelid = x.oid AND xa.attnum = k.place
        LEFT JOIN pg_type xt ON xt.oid = xa.atttypid AND k.number = 0
        LEFT JOIN pg_collation l ON l.oid = i.indcollation[k.place - 1]
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_opclass o ON o.oid = i.indclass[k.place - 1]
        LEFT JOIN pg_namespace os ON os.oid = o.opcnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT x.relispartition AND i.indisvalid
        AND (x.relkind = 'i' OR :uniform) AND :ours AND :own_class
        AND i.indexrelid NOT IN (SELECT con.conindid FROM pg_constraint con
          WHERE con.contype IN ('p', 'u', 'x'))
      ORDER BY c.oid, x.relname, k.place
      """;

  private Indexes() {}

  static Map<Long, List<Index>> read(Catalog catalog) {
    var parts = new LinkedHashMap<Long, List<Row>>();
    for (Row row : catalog.rows(QUERY)) {
      parts.computeIfAbsent(row.number("indexrelid"), oid -> new ArrayList<>()).add(row);
    }
    var indexes = new LinkedHashMap<Long, List<Index>>();
    for (List<Row> rows : parts.values()) {
      indexes
          .computeIfAbsent(rows.getFirst().number("oid"), oid -> new ArrayList<>())
          .add(index(rows));
    }
    return indexes;
  }

  private static Index index(List<Row> rows) {
    Row first = rows.getFirst();
    return new Index(
        first.text("name"),
        first.flag("indisunique"),
        first.find("method"),
        rows.stream().filter(row -> !row.flag("included")).map(Indexes::part).toList(),
        rows.stream().filter(row -> row.flag("included")).map(row -> row.text("column")).toList(),
        first.flag("nulls_not_distinct"),
        first.find("condition").map(sql -> new Expression(Text.unwrapped(sql))),
        first.find("parameters"));
  }

  private static Index.Part part(Row row) {
    boolean expression = row.find("column").isEmpty();
    return new Index.Part(
        expression ? Text.unwrapped(row.text("expression")) : row.text("column"),
        expression,
        row.flag("descending"),
        nulls(row),
        row.find("collation"),
        row.find("operator_class"));
  }

  /** Nulls come last, or first in descending order, unless it is said otherwise. */
  private static Optional<Index.Nulls> nulls(Row row) {
    boolean first = row.flag("nulls_first");
    return first == row.flag("descending")
        ? Optional.empty()
        : Optional.of(first ? Index.Nulls.FIRST : Index.Nulls.LAST);
  }
}
