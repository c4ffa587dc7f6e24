package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.RefusedException;
import java.util.stream.Collectors;

/** What a schema has no words for; rather than leave it out, inspection stops and names it. */
final class Inexpressible {
  private static final String QUERY =
      """
      SELECT 'type ' || t.oid::regtype AS title
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE (t.typtype = 'b' OR NOT t.typisdefined) AND NOT (t.typelem <> 0 AND t.typlen = -1) AND :ours
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
      ORDER BY 1
      """;

  private Inexpressible() {}

  static void refuse(Catalog catalog) {
    if (catalog.presence().has("base_types")) {
      refuseFound(catalog);
    }
  }

  private static void refuseFound(Catalog catalog) {
    String found =
        catalog.rows(QUERY).stream()
            .map(row -> row.text("title"))
            .collect(Collectors.joining("; "));
    if (!found.isEmpty()) {
      throw new RefusedException(
          ("This database holds what Whimbrel cannot yet express: %s. Nothing was read, so that"
                  + " nothing is lost unseen. Keep these in an extension or in a database of their"
                  + " own, or write to us about them.")
              .formatted(found));
    }
  }
}
