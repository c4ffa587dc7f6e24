package dev.whimbrel.postgres.inspect;

import dev.whimbrel.schema.EnumType;
import java.util.List;

/** The enumerations. */
final class Enums {
  private static final String QUERY =
      """
      SELECT :namespace AS namespace, t.typname AS name,
        (SELECT string_agg(e.enumlabel, chr(31) ORDER BY e.enumsortorder)
          FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND :ours
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass
          AND e.objid = t.oid AND e.deptype = 'e')
      """;

  private Enums() {}

  static List<EnumType> read(Catalog catalog) {
    return catalog.presence().has("enums")
        ? catalog.rows(QUERY).stream()
            .map(row -> new EnumType(Catalog.name(row), Catalog.list(row, "labels")))
            .toList()
        : List.of();
  }
}
