package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is carried as it is, with the SQL that makes it and the SQL that takes it away. */
record Carried(Leanings leanings) {
  /**
   * A question, and what there must be for an answer.
   *
   * @param kind is asked of the presence; empty if there is always something to look at
   */
  private record Question(String query, String kind) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(CarriedTypes.SCHEMAS, "schemas"),
          new Question(CarriedTypes.EXTENSIONS, "extensions"),
          new Question(CarriedTypes.DOMAINS, "domains"),
          new Question(CarriedTypes.COMPOSITES, "composites"),
          new Question(CarriedMakings.AGGREGATES, "routines"),
          new Question(CarriedMakings.COLLATIONS, "collations"),
          new Question(CarriedMakings.RANGES, "ranges"),
          new Question(CarriedMakings.OPERATORS, "operators"),
          new Question(CarriedMakings.CASTS, "casts"),
          new Question(CarriedOperators.ACCESS_METHODS, "methods"),
          new Question(CarriedOperators.CONVERSIONS, "conversions"),
          new Question(CarriedOperators.TRANSFORMS, "transforms"),
          new Question(CarriedOperators.FAMILIES, "families"),
          new Question(CarriedOperators.CLASSES, "classes"),
          new Question(CarriedMakings.LANGUAGES, "languages"),
          new Question(CarriedMakings.TEMPLATES, "templates"),
          new Question(CarriedMakings.PARSERS, "parsers"),
          new Question(CarriedMakings.DICTIONARIES, "dictionaries"),
          new Question(CarriedMakings.CONFIGURATIONS, "configurations"),
          new Question(CarriedForeign.WRAPPERS, "wrappers"),
          new Question(CarriedForeign.SERVERS, "servers"),
          new Question(CarriedForeign.MAPPINGS, "servers"),
          new Question(CarriedForeign.TABLES, "foreign_tables"),
          new Question(CarriedForeign.EVENT_TRIGGERS, "event_triggers"),
          new Question(CarriedForeign.PUBLICATIONS, "publications"),
          new Question(CarriedCode.FUNCTIONS, "routines"),
          new Question(CarriedCode.TRIGGERS, "triggers"),
          new Question(CarriedCode.TRIGGER_STATES, "triggers"),
          new Question(CarriedCode.RULES, "rules"),
          new Question(CarriedCode.POLICIES, "policies"),
          new Question(CarriedTableParts.ROW_SECURITY, "row_security"),
          new Question(CarriedTableParts.REPLICA_IDENTITIES, "replicas"),
          new Question(CarriedTableParts.CLUSTERS, ""),
          new Question(CarriedTableParts.VIEW_INDEXES, "materialized_views"),
          new Question(CarriedTableParts.STATISTICS, "statistics"),
          new Question(CarriedTableParts.INDEX_STATISTICS, ""),
          new Question(CarriedTableParts.UNFINISHED_INDEXES, ""),
          new Question(CarriedTableParts.PARTIAL_INDEXES, "heirs"),
          new Question(CarriedTableParts.INDEX_SPACES, "spaces"),
          new Question(CarriedTableParts.VIEW_SPACES, "spaces"),
          new Question(CarriedColumnParts.VIEW_DEFAULTS, "views"),
          new Question(CarriedPrivileges.DEFAULTS, "default_privileges"),
          new Question(CarriedComments.QUERY, "comments"));

  List<Opaque> read(Catalog catalog) {
    return QUESTIONS.stream()
        .filter(each -> each.kind().isEmpty() || catalog.presence().has(each.kind()))
        .flatMap(each -> read(catalog, each.query()))
        .toList();
  }

  /**
   * What is said of columns, which is told when they are read.
   *
   * @param special whether a column of a table may be kept in another way than by itself
   */
  static List<Opaque> ofColumns(Catalog catalog, boolean special) {
    Presence presence = catalog.presence();
    boolean inherited = presence.has("heirs", "typed");
    boolean others = special || inherited || presence.has("materialized_views", "foreign_tables");
    var questions = new ArrayList<String>(others ? CarriedColumnParts.KEPT : List.of());
    if (inherited) {
      questions.addAll(CarriedColumnParts.INHERITED_OTHERWISE);
    }
    if (others || presence.has("privileges", "views")) {
      questions.add(CarriedPrivileges.OBJECTS);
    }
    var carried = new Carried(new Leanings(Map.of()));
    return questions.stream().flatMap(query -> carried.read(catalog, query)).toList();
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
