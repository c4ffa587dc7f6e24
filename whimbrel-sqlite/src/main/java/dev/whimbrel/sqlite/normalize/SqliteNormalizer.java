package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.List;

/**
 * Spells a schema as SQLite gives it back: types in words, enumerations as checks, expressions with
 * the columns' own names, and what views and triggers lean on found by the names they mention.
 */
public final class SqliteNormalizer implements Normalizer {
  @Override
  public Schema normalize(Schema schema) {
    new Limits().check(schema);
    Schema spelled =
        Schema.of(
            schema.objects().values().stream()
                .filter(object -> !(object instanceof EnumType))
                .map(object -> object instanceof Table table ? spelled(table, schema) : object)
                .toList());
    var targets = new Targets(spelled);
    var mentions = new Mentions(spelled);
    List<SchemaObject> objects =
        spelled.objects().values().stream()
            .map(object -> connected(object, targets, mentions))
            .toList();
    return Schema.of(objects);
  }

  private static Table spelled(Table table, Schema schema) {
    return new TableSpelling(new EnumChecks(schema).in(table)).table();
  }

  private static SchemaObject connected(SchemaObject object, Targets targets, Mentions mentions) {
    return switch (object) {
      case Table table -> targets.resolved(table);
      case View view -> leaning(view, mentions);
      case Opaque opaque -> leaning(opaque, mentions);
      case EnumType type -> type;
    };
  }

  private static View leaning(View view, Mentions mentions) {
    String query = Mentions.statement(view.definition());
    return new View(view.name(), query, false, mentions.in(query, view.name()));
  }

  private static Opaque leaning(Opaque opaque, Mentions mentions) {
    String definition = Mentions.statement(opaque.definition());
    return new Opaque(
        opaque.name(),
        opaque.objectKind(),
        definition,
        opaque.removal(),
        mentions.in(definition, opaque.name()));
  }
}
