package dev.whimbrel.kit.source;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.schema.dsl.JavaLiteral;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the class that exports what is not a table: views, SQL, types that no column uses. */
record ExportWriter(Schema schema, Spellings spellings) {
  /** The class without its head, or nothing if there is nothing to export. */
  String text() {
    String statements =
        schema.objects().values().stream()
            .flatMap(this::statement)
            .map(statement -> "    " + statement + ";\n")
            .collect(Collectors.joining());
    return statements.isEmpty()
        ? ""
        : "\n/** What the schema has beside its tables. */\npublic final class %s extends %s {\n  {\n%s  }\n}\n"
            .formatted(
                spellings.names().export(),
                spellings.vocabulary().schemaClass().getSimpleName(),
                statements);
  }

  private Stream<String> statement(SchemaObject object) {
    return switch (object) {
      case Table table -> Stream.empty();
      case EnumType type -> used(type.name()) ? Stream.empty() : Stream.of(export(type.name()));
      case View view -> Stream.of(statement(view));
      case Opaque opaque -> Stream.of(statement(opaque));
    };
  }

  private String statement(View view) {
    return "%s(%s, %s)%s"
        .formatted(
            view.materialized() ? "materializedView" : "view",
            arguments(view.name()),
            new JavaLiteral(view.definition()),
            leansOn(view.leansOn()));
  }

  private String statement(Opaque opaque) {
    return "sql(%s, %s, %s, %s)%s"
        .formatted(
            arguments(opaque.name()),
            new JavaLiteral(opaque.objectKind()),
            new JavaLiteral(opaque.definition()),
            new JavaLiteral(opaque.removal()),
            leansOn(opaque.leansOn()));
  }

  private String export(ObjectName type) {
    return "enums(" + spellings.names().enumeration(type) + ".class)";
  }

  private String leansOn(Set<ObjectName> names) {
    return new TreeSet<>(names)
        .stream()
            .map(name -> "\n        .leansOn(" + reference(name) + ")")
            .collect(Collectors.joining());
  }

  private String reference(ObjectName name) {
    return schema.findTable(name).isPresent()
        ? spellings.names().table(name) + ".class"
        : arguments(name);
  }

  private static String arguments(ObjectName name) {
    String namespace = name.namespace().isEmpty() ? "" : new JavaLiteral(name.namespace()) + ", ";
    return namespace + new JavaLiteral(name.name());
  }

  private boolean used(ObjectName type) {
    return schema
        .tables()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> uses(column.type(), type));
  }

  private static boolean uses(DataType type, ObjectName name) {
    return type instanceof DataType.Array(var element)
        ? uses(element, name)
        : type.equals(new DataType.Enumerated(name));
  }
}
