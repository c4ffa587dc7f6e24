package dev.whimbrel.postgres.inspect;

import java.util.stream.Collectors;

/** What a schema has no words for; rather than leave it out, inspection stops and names it. */
final class Inexpressible {
  private static final String QUERY =
      """
      SELECT 'type ' || t.oid::regtype AS title
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'b' AND NOT (t.typelem <> 0 AND t.typlen = -1) AND :ours
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'operator class ' || o.opcname
      FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
      WHERE :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_opclass'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'conversion ' || o.conname
      FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
      WHERE :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_conversion'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      UNION ALL
      SELECT 'access method ' || o.amname FROM pg_am o WHERE o.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_am'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      ORDER BY 1
      """;

  private Inexpressible() {}

  static void refuse(Catalog catalog) {
    String found =
        catalog.rows(QUERY).stream()
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
