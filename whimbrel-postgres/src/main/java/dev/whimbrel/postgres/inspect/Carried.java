package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is carried as it is, with the SQL that makes it and the SQL that takes it away. */
record Carried(Leanings leanings) {
  private static final List<String> QUERIES =
      List.of(
          CarriedTypes.SCHEMAS,
          CarriedTypes.EXTENSIONS,
          CarriedTypes.DOMAINS,
          CarriedTypes.COMPOSITES,
          CarriedMakings.AGGREGATES,
          CarriedMakings.COLLATIONS,
          CarriedMakings.RANGES,
          CarriedMakings.OPERATORS,
          CarriedMakings.CASTS,
          CarriedOperators.ACCESS_METHODS,
          CarriedOperators.CONVERSIONS,
          CarriedOperators.TRANSFORMS,
          CarriedOperators.FAMILIES,
          CarriedOperators.CLASSES,
          CarriedMakings.LANGUAGES,
          CarriedMakings.TEMPLATES,
          CarriedMakings.PARSERS,
          CarriedMakings.DICTIONARIES,
          CarriedMakings.CONFIGURATIONS,
          CarriedForeign.WRAPPERS,
          CarriedForeign.SERVERS,
          CarriedForeign.TABLES,
          CarriedForeign.EVENT_TRIGGERS,
          CarriedForeign.PUBLICATIONS,
          CarriedCode.FUNCTIONS,
          CarriedCode.TRIGGERS,
          CarriedCode.TRIGGER_STATES,
          CarriedCode.RULES,
          CarriedCode.POLICIES,
          CarriedTableParts.ROW_SECURITY,
          CarriedTableParts.REPLICA_IDENTITIES,
          CarriedTableParts.CLUSTERS,
          CarriedTableParts.VIEW_INDEXES,
          CarriedTableParts.STATISTICS,
          CarriedTableParts.INDEX_STATISTICS,
          CarriedTableParts.UNFINISHED_INDEXES,
          CarriedTableParts.INDEX_SPACES,
          CarriedTableParts.VIEW_SPACES,
          CarriedColumnParts.STORAGE,
          CarriedColumnParts.STATISTICS_TARGETS,
          CarriedColumnParts.COMPRESSION,
          CarriedColumnParts.OPTIONS,
          CarriedColumnParts.DEFAULTS,
          CarriedColumnParts.VIEW_DEFAULTS,
          CarriedColumnParts.REQUIRED,
          CarriedPrivileges.OBJECTS,
          CarriedPrivileges.DEFAULTS,
          CarriedComments.QUERY);

  /** What is asked only where it is there at all, by its name among what is present. */
  private static final Map<String, String> SELDOM =
      Map.of(
          CarriedColumnParts.STORAGE, "storage",
          CarriedColumnParts.STATISTICS_TARGETS, "statistics",
          CarriedColumnParts.COMPRESSION, "compression",
          CarriedColumnParts.OPTIONS, "options",
          CarriedColumnParts.DEFAULTS, "inherited",
          CarriedColumnParts.REQUIRED, "inherited");

  List<Opaque> read(Catalog catalog) {
    Row present = catalog.rows(CarriedColumnParts.PRESENT).getFirst();
    return QUERIES.stream()
        .filter(query -> !SELDOM.containsKey(query) || present.flag(SELDOM.get(query)))
        .flatMap(query -> read(catalog, query))
        .toList();
  }

  private Stream<Opaque> read(Catalog catalog, String query) {
    return catalog.rows(query).stream().map(this::opaque);
  }

  private Opaque opaque(Row row) {
    ObjectName name = Catalog.name(row);
    Set<ObjectName> needs = new HashSet<>(leanings.of(name));
    List<String> namespaces = Catalog.list(row, "needs_namespaces");
    List<String> names = Catalog.list(row, "needs");
    for (int i = 0; i < names.size(); i++) {
      needs.add(new ObjectName(namespaces.get(i), names.get(i)));
    }
    needs.remove(name);
    return new Opaque(
        name, row.text("kind"), row.text("definition").strip(), row.text("removal"), needs);
  }
}
