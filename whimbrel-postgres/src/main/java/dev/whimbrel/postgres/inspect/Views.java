package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.View;
import java.util.List;

/** The views; those with options, for which a view has no place, as they are. */
record Views(Leanings leanings) {
  private static final String QUERY =
      """
      SELECT :namespace AS namespace, c.relname AS name, c.relkind = 'm' AS materialized,
        rtrim(btrim(pg_get_viewdef(c.oid), E' \\n'), ';') AS definition,
        array_to_string(c.reloptions, ', ') AS options
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND :ours AND :own_class
      """;

  List<SchemaObject> read(Catalog catalog) {
    return catalog.presence().has("views", "materialized_views")
        ? catalog.rows(QUERY).stream().map(this::view).toList()
        : List.of();
  }

  private SchemaObject view(Row row) {
    ObjectName name = Catalog.name(row);
    boolean materialized = row.flag("materialized");
    return row.find("options")
        .<SchemaObject>map(options -> opaque(row, options))
        .orElseGet(() -> new View(name, row.text("definition"), materialized, leanings.of(name)));
  }

  private Opaque opaque(Row row, String options) {
    ObjectName name = Catalog.name(row);
    String kind = row.flag("materialized") ? "materialized view" : "view";
    String what = kind.toUpperCase(java.util.Locale.ROOT) + " " + Identifier.quoted(name);
    ObjectName said = name.sibling(kind + " " + name.name());
    return new Opaque(
        said,
        kind,
        "CREATE %s WITH (%s) AS\n%s".formatted(what, options, row.text("definition")),
        "DROP " + what,
        leanings.of(said));
  }
}
