package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.ObjectName;
import java.util.List;

/** The catalogues of one server, and what the queries of this package have in common. */
record Catalog(Session session, Presence presence) {
  /** Between the names of a list; it stands in no name. */
  private static final String SEPARATOR = "\u001f";

  /** The end of a query for those of a catalogue {@code o} that no extension brought along. */
  static final String NOT_OF_EXTENSION =
      """
      NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.tableoid AND e.objid = o.oid
        AND e.deptype = 'e')
      """;

  /** Whether a column has a NOT NULL that rows may still break. */
  private static final String STILL_NULL =
      """
      (c.oid, a.attnum) IN (SELECT unsure.conrelid, unsure.conkey[1] FROM pg_constraint unsure
        WHERE unsure.contype = 'n' AND NOT unsure.convalidated)\
      """;

  /**
   * Whether all that is attached to an index {@code i} with the name {@code x} sorts as it does.
   */
  private static final String UNIFORM =
      """
      NOT EXISTS (SELECT FROM pg_partition_tree(x.oid) below JOIN pg_index bi
        ON bi.indexrelid = below.relid WHERE bi.indoption::text <> i.indoption::text)\
      """;

  static Catalog of(Session session) {
    return new Catalog(session, Presence.of(session));
  }

  /** The server's version, as it tells it: 150003 is 15.3. */
  int version() {
    return presence.version();
  }

  /** The rows of a query with what it has in common with others filled in. */
  List<Row> rows(String text) {
    return session.query(query(text));
  }

  /** A query that is the same for every version, with what it has in common with others. */
  static String plain(String text) {
    return text.replace(":namespace", "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname END")
        .replace(
            ":ours", "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'whimbrel')");
  }

  private String query(String text) {
    return plain(text)
        // the few that belong to extensions are found by an index, once for each query
        .replace(
            ":own_class",
            "c.relname <> '_whimbrel_history' AND c.oid <> ALL (ARRAY(SELECT e.objid FROM pg_depend e"
                + " WHERE e.refclassid = 'pg_extension'::regclass AND e.deptype = 'e'"
                + " AND e.classid = 'pg_class'::regclass))")
        .replace(":wanted", "IN (SELECT asked.oid FROM wanted asked)")
        .replace(":nulls_not_distinct", since(15, "i.indnullsnotdistinct", "false"))
        .replace(":uniform", UNIFORM)
        .replace(":compression", since(14, "a.attcompression", "''"))
        .replace(":delete_columns", since(15, "con.confdelsetcols", "NULL::int2[]"))
        .replace(":period", since(18, "con.conperiod", "false"))
        .replace(":still_null", since(18, STILL_NULL, "false"))
        .replace(
            ":unchecked_requirement",
            since(18, "con.contype = 'n' AND NOT con.convalidated", "false"))
        .replace(":enforced", since(18, "con.conenforced", "true"));
  }

  /** What newer servers have, or what stands for it on older ones. */
  private String since(int major, String there, String otherwise) {
    return version() >= major * 10_000 ? there : otherwise;
  }

  static ObjectName name(Row row) {
    return new ObjectName(row.text("namespace"), row.text("name"));
  }

  /** The names of a list that SQL joined with {@code chr(31)}. */
  static List<String> list(Row row, String column) {
    return row.find(column).map(joined -> List.of(joined.split(SEPARATOR, -1))).orElse(List.of());
  }
}
