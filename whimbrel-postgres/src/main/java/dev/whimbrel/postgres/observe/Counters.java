package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server counts for a session and has not yet put into its sums.
 *
 * @param scans how often each table was read in full, by its number
 * @param written how many rows of the catalogue were made or changed
 * @param gone how many of them went, or may say that a column did
 */
record Counters(Map<String, Long> scans, long written, long gone) {
  private static final String QUERY =
      """
      WITH counted AS (
        SELECT oid, relname, pg_stat_get_xact_numscans(oid) AS scans,
            pg_stat_get_xact_tuples_inserted(oid) AS made,
            pg_stat_get_xact_tuples_updated(oid) AS changed,
            pg_stat_get_xact_tuples_deleted(oid) AS gone
          FROM pg_class
          WHERE relkind IN ('r', 'm', 'p') AND (oid >= 16384
            OR relname IN ('pg_class', 'pg_attribute', 'pg_attrdef', 'pg_constraint', 'pg_type',
              'pg_enum', 'pg_proc', 'pg_trigger', 'pg_policy', 'pg_namespace', 'pg_extension')))
      SELECT oid::text AS oid, CASE WHEN oid < 16384 THEN 'catalogue' ELSE 'table' END AS kind,
          scans, made + changed AS written,
          gone + CASE relname WHEN 'pg_attribute' THEN changed ELSE 0 END AS gone
        FROM counted WHERE scans + made + changed + gone > 0
      """;

  static Counters of(Session session) {
    List<Row> rows = session.query(QUERY);
    var scans = new HashMap<String, Long>();
    rows.stream()
        .filter(row -> row.text("kind").equals("table") && row.number("scans") > 0)
        .forEach(row -> scans.put(row.text("oid"), row.number("scans")));
    return new Counters(scans, ofCatalogue(rows, "written"), ofCatalogue(rows, "gone"));
  }

  private static long ofCatalogue(List<Row> rows, String column) {
    return rows.stream()
        .filter(row -> row.text("kind").equals("catalogue"))
        .mapToLong(row -> row.number(column))
        .sum();
  }

  /** Whether the catalogue is as it was. */
  boolean sameCatalogue(Counters later) {
    return written == later.written && gone == later.gone;
  }
}
