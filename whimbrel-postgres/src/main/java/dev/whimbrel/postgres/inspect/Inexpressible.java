package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Session;
import java.util.stream.Collectors;

/** What a schema has no words for; rather than leave it out, inspection stops and names it. */
final class Inexpressible {
  private static final String QUERY =
      """
      SELECT 'foreign table ' || c.oid::regclass AS title
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'f' AND :ours AND :own_class
      UNION ALL
      SELECT 'table ' || c.oid::regclass || ', which inherits from another'
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND :ours AND :own_class
        AND EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
      UNION ALL
      SELECT 'table ' || c.oid::regclass || ', which is of a composite type'
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.reloftype <> 0 AND :ours AND :own_class
      UNION ALL
      SELECT 'aggregate ' || p.oid::regprocedure
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prokind = 'a' AND :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'type ' || t.oid::regtype
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype IN ('b', 'r') AND NOT (t.typelem <> 0 AND t.typlen = -1) AND :ours
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'operator ' || o.oid::regoperator
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
      WHERE :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'collation ' || o.collname
      FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
      WHERE :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_collation'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'text search configuration ' || o.cfgname
      FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
      WHERE :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      ORDER BY 1
      """;

  private Inexpressible() {}

  static void refuse(Session session) {
    String found =
        session.query(Catalog.query(QUERY)).stream()
            .map(row -> row.text("title"))
            .collect(Collectors.joining("; "));
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          ("This database holds what Whimbrel cannot yet express: %s. Nothing was read, so that"
                  + " nothing is lost unseen. Keep these in an extension or in a database of their"
                  + " own, or write to us about them.")
              .formatted(found));
    }
  }
}
