package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import java.util.Map;
import java.util.Set;

/** The words that a dialect has for a schema in Java; found by {@link java.util.ServiceLoader}. */
public interface Vocabulary {
  /** The name of the dialect whose words these are. */
  String dialect();

  /** What classes that declare tables extend. */
  Class<? extends TableDefinition> tableClass();

  /** What the class that exports a schema extends. */
  Class<? extends SchemaDefinition> schemaClass();

  /** What parts of a table are called when nobody says so. */
  Naming naming();

  /** The name that the database itself gives to a table's key over one column; empty is none. */
  default String unnamedPrimaryKey(ObjectName table) {
    return "";
  }

  /** The words for a column, without what a table says of it: keys, references, null. */
  Spelling spell(Column column, Map<ObjectName, EnumSource> enums);

  /** The call that sets words behind the list of columns. */
  default String option(String words) {
    return "option(" + new JavaLiteral(words) + ")";
  }

  /** Simple names of classes that the words mention, and that no class of a schema may have. */
  default Set<String> reserved() {
    return Set.of();
  }

  /** The declaration of an enum with the annotations that its names need. */
  default String declare(EnumSource source) {
    throw new IllegalArgumentException(
        "%s has no types of listed values: %s".formatted(dialect(), source.type().name()));
  }
}
