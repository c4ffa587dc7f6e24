package dev.whimbrel.postgres.normalize;

import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.work.Many;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spells a schema as PostgreSQL would, as far as that can be known without a server. Expressions
 * that only the server can spell are left as they are. A namespace that objects are in, and nothing
 * makes, is added.
 */
public final class PostgresNormalizer implements Normalizer {
  @Override
  public Schema normalize(Schema schema) {
    List<SchemaObject> objects =
        new Many<>(List.copyOf(schema.objects().values())).each(PostgresNormalizer::normal);
    var namespaces = new LinkedHashMap<ObjectName, SchemaObject>();
    objects.forEach(object -> addNamespace(object.name().namespace(), namespaces));
    objects.forEach(object -> namespaces.remove(object.name()));
    var all = new java.util.ArrayList<>(objects);
    all.addAll(namespaces.values());
    return Schema.of(all);
  }

  private static SchemaObject normal(SchemaObject object) {
    ObjectName name = NameSpelling.normal(object);
    return switch (object) {
      case EnumType type -> new EnumType(name, NameSpelling.normal(type.labels()));
      case Table table -> new TableSpelling(table).normal();
      case View view ->
          new View(
              name,
              bare(view.definition()),
              view.materialized(),
              NameSpelling.needs(view.leansOn()));
      case Opaque opaque ->
          new Opaque(
              name,
              opaque.objectKind(),
              bare(opaque.definition()),
              bare(opaque.removal()),
              NameSpelling.needs(opaque.leansOn()));
    };
  }

  private static String bare(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? bare(text.substring(0, text.length() - 1)) : text;
  }

  private static void addNamespace(String namespace, Map<ObjectName, SchemaObject> found) {
    if (!namespace.isEmpty()) {
      String quoted = Identifier.quoted(namespace);
      ObjectName name = ObjectName.of("schema " + namespace);
      found.put(
          name,
          new Opaque(
              name,
              "schema",
              "CREATE SCHEMA IF NOT EXISTS " + quoted,
              "DROP SCHEMA " + quoted,
              Set.of()));
    }
  }
}
