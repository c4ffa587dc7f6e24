package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What everything in a schema is called in Java.
 *
 * @param tables the class of each table
 * @param fields the field of each column of each table
 * @param enums the enum of each type of listed values
 * @param export the class that exports what is not a table
 */
record JavaNames(
    Map<ObjectName, String> tables,
    Map<ObjectName, Map<String, String>> fields,
    Map<ObjectName, EnumSource> enums,
    String export) {
  private static final Set<String> ALWAYS_RESERVED =
      Set.of(
          "Column",
          "String",
          "Integer",
          "Short",
          "Long",
          "Boolean",
          "Float",
          "Double",
          "Object",
          "List",
          "Optional",
          "DataType",
          "Class",
          "Enum",
          "Override");

  static JavaNames of(Schema schema, Vocabulary vocabulary) {
    var reserved = new HashSet<>(ALWAYS_RESERVED);
    reserved.addAll(vocabulary.reserved());
    reserved.add(vocabulary.tableClass().getSimpleName());
    reserved.add(vocabulary.schemaClass().getSimpleName());
    var identifiers = new JavaIdentifiers(reserved);
    var tables = new HashMap<ObjectName, String>();
    var fields = new HashMap<ObjectName, Map<String, String>>();
    schema
        .tables()
        .forEach(table -> {
          tables.put(table.name(), identifiers.type(table.name().name(), "Table"));
          fields.put(table.name(), fields(table));
        });
    var enums = new HashMap<ObjectName, EnumSource>();
    schema.all(EnumType.class).forEach(type -> enums.put(type.name(), source(type, identifiers)));
    return new JavaNames(tables, fields, enums, identifiers.type("database_schema", "Export"));
  }

  private static EnumSource source(EnumType type, JavaIdentifiers identifiers) {
    var constants = new JavaIdentifiers(Set.of());
    var labels = new HashMap<String, String>();
    type.labels().forEach(label -> labels.put(label, constants.constant(label)));
    return new EnumSource(type, identifiers.type(type.name().name(), "Type"), labels);
  }

  private static Map<String, String> fields(Table table) {
    var identifiers = new JavaIdentifiers(Set.of());
    var fields = new HashMap<String, String>();
    for (Column column : table.columns()) {
      fields.put(column.name(), identifiers.field(column.name()));
    }
    return fields;
  }

  String table(ObjectName name) {
    return known(tables.get(name), name);
  }

  String field(ObjectName table, String column) {
    return known(fields.getOrDefault(table, Map.of()).get(column), table);
  }

  /** A column of the table itself; one that it has from elsewhere has no field. */
  String ownField(ObjectName table, String column) {
    return Optional.ofNullable(fields.getOrDefault(table, Map.of()).get(column))
        .orElseGet(() -> "inherited(" + new JavaLiteral(column) + ")");
  }

  String enumeration(ObjectName name) {
    return known(
        Optional.ofNullable(enums.get(name)).map(EnumSource::className).orElse(null), name);
  }

  private static String known(@Nullable String name, ObjectName object) {
    if (name == null) {
      throw new IllegalArgumentException("a part of " + object + " names what is not there");
    }
    return name;
  }
}
