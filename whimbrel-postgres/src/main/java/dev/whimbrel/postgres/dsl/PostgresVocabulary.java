package dev.whimbrel.postgres.dsl;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Naming;
import dev.whimbrel.schema.dsl.SchemaDefinition;
import dev.whimbrel.schema.dsl.SnakeCase;
import dev.whimbrel.schema.dsl.Spelling;
import dev.whimbrel.schema.dsl.TableDefinition;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for a PostgreSQL schema in Java. */
public final class PostgresVocabulary implements Vocabulary {
  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public Class<? extends TableDefinition> tableClass() {
    return PostgresTable.class;
  }

  @Override
  public Class<? extends SchemaDefinition> schemaClass() {
    return PostgresSchema.class;
  }

  @Override
  public Naming naming() {
    return new PostgresNaming();
  }

  @Override
  public String unnamedPrimaryKey(ObjectName table) {
    return Identifier.primaryKey(table.name());
  }

  @Override
  public Spelling spell(Column column, Map<ObjectName, EnumSource> enums) {
    Spelling kind = new KindWords(column, enums).spelling();
    return new ValueWords(column, enums).spelling(kind);
  }

  @Override
  public Set<String> reserved() {
    return Set.of(
        "EnumType",
        "Label",
        "UUID",
        "Instant",
        "LocalDate",
        "LocalTime",
        "OffsetTime",
        "BigDecimal");
  }

  @Override
  public String declare(EnumSource source) {
    String constants =
        source.type().labels().stream()
            .map(label -> constant(label, source.constant(label)))
            .collect(Collectors.joining(",\n"));
    return "%spublic enum %s {\n%s\n}\n"
        .formatted(annotation(source), source.className(), constants);
  }

  private static String constant(String label, String constant) {
    String annotation = label.equals(constant) ? "" : "  @Label(" + new JavaLiteral(label) + ")\n";
    return annotation + "  " + constant;
  }

  private static String annotation(EnumSource source) {
    ObjectName name = source.type().name();
    if (!name.namespace().isEmpty()) {
      return "@EnumType(value = %s, namespace = %s)\n"
          .formatted(new JavaLiteral(name.name()), new JavaLiteral(name.namespace()));
    }
    return new SnakeCase(source.className()).toString().equals(name.name())
        ? ""
        : "@EnumType(" + new JavaLiteral(name.name()) + ")\n";
  }
}
