package dev.whimbrel.kit.compare;

import static java.util.stream.Collectors.toSet;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of a database that is looked at. The tables in which other tools keep their own books
 * are in none unless they are named.
 */
public record Scope(NamePatterns namespaces, NamePatterns tables) {
  /** What a namespace is called that a name leaves out. */
  private static final String DEFAULT = "public";

  private static final NamePatterns OTHER_TOOLS =
      new NamePatterns(
          List.of(
              "*__drizzle_migrations",
              "*_prisma_migrations",
              "*flyway_schema_history",
              "*schema_migrations",
              "*ar_internal_metadata",
              "*databasechangelog",
              "*databasechangeloglock",
              "*knex_migrations",
              "*knex_migrations_lock",
              "*kysely_migration",
              "*kysely_migration_lock",
              "*pgmigrations",
              "*goose_db_version",
              "*alembic_version",
              "*django_migrations",
              "*atlas_schema_revisions",
              "*SequelizeMeta",
              "*__EFMigrationsHistory"));

  /** All that is there. */
  public static Scope everything() {
    return new Scope(NamePatterns.any(), NamePatterns.any());
  }

  /** The same where a command line says nothing else. */
  public Scope narrowed(List<String> otherNamespaces, List<String> otherTables) {
    return new Scope(
        otherNamespaces.isEmpty() ? namespaces : new NamePatterns(otherNamespaces),
        otherTables.isEmpty() ? tables : new NamePatterns(otherTables));
  }

  /**
   * What of a schema is in here.
   *
   * @param goesWithTable tells what is nothing without the table it leans on
   */
  public Schema of(Schema schema, Predicate<Opaque> goesWithTable) {
    Set<ObjectName> left =
        schema.tables().map(Table::name).filter(name -> !has(name)).collect(toSet());
    left.addAll(sequencesOf(left, schema));
    List<SchemaObject> kept = new ArrayList<>();
    for (SchemaObject object : schema.objects().values()) {
      boolean gone = object instanceof Opaque part && goesWithTable.test(part) && leans(part, left);
      if (!left.contains(object.name()) && !gone && namespaces.matches(namespace(object))) {
        kept.add(object);
      }
    }
    return Schema.of(withoutEmptied(kept, left));
  }

  private boolean has(ObjectName table) {
    boolean books = OTHER_TOOLS.matches(table.name()) && !tables.names(table.name());
    return !books && tables.matchesEither(table.name(), table.toString());
  }

  private static String namespace(SchemaObject object) {
    if (object instanceof Opaque opaque && opaque.objectKind().equals("schema")) {
      return opaque.name().name().substring("schema ".length());
    }
    return object.name().namespace().isEmpty() ? DEFAULT : object.name().namespace();
  }

  private static boolean leans(Opaque object, Set<ObjectName> left) {
    return object.leansOn().stream().anyMatch(left::contains);
  }

  private static Set<ObjectName> sequencesOf(Set<ObjectName> left, Schema schema) {
    var sequences = new HashSet<ObjectName>();
    schema
        .all(Opaque.class)
        .filter(each -> each.objectKind().equals("sequence owner"))
        .filter(each -> leans(each, left))
        .forEach(each -> sequences.addAll(each.leansOn()));
    return sequences;
  }

  /** A namespace in which there was nothing else is the other tool's as well. */
  private static List<SchemaObject> withoutEmptied(List<SchemaObject> kept, Set<ObjectName> left) {
    Set<String> inUse = kept.stream().map(each -> each.name().namespace()).collect(toSet());
    Set<ObjectName> emptied =
        left.stream()
            .map(ObjectName::namespace)
            .filter(namespace -> !inUse.contains(namespace))
            .map(namespace -> ObjectName.of("schema " + namespace))
            .collect(toSet());
    return kept.stream().filter(each -> !emptied.contains(each.name())).toList();
  }
}
