package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a schema as the things of which Drizzle's snapshots consist since 1.0. */
record EntityPen(DrizzleWords words) {
  /**
   * A thing and how it is drawn.
   *
   * @param part what it is drawn from
   */
  record Entity(Object part, Json json) {
    boolean isSameAs(@Nullable Entity other) {
      return other != null && part.equals(other.part);
    }
  }

  /** All of them, each under what tells it from the others. */
  Map<String, Entity> entities(Schema schema) {
    var entities = new LinkedHashMap<String, Entity>();
    schema.all(EnumType.class).forEach(type -> add(entities, type, type(type)));
    schema.tables().forEach(table -> add(entities, table.name(), table(table)));
    schema.tables().forEach(table -> parts(table, entities));
    schema.all(View.class).forEach(view -> add(entities, view, view(view)));
    return entities;
  }

  private static void add(Map<String, Entity> entities, Object part, Json json) {
    entities.put(DrizzleEntities.key(json), new Entity(part, json));
  }

  private void parts(Table table, Map<String, Entity> entities) {
    var parts = new DrizzleParts(table);
    table.columns().forEach(column -> add(entities, column, column(table, column)));
    table.indexes().forEach(index -> add(entities, index, index(table, index)));
    parts.foreignKeys().forEach((name, key) -> add(entities, key, foreignKey(table, name, key)));
    parts.key().ifPresent(key -> add(entities, key, key(table, key)));
    parts.uniques().forEach((name, unique) -> add(entities, unique, unique(table, name, unique)));
    parts.checks().forEach((name, check) -> add(entities, check, check(table, name, check)));
  }

  private Members begun(ObjectName name) {
    var members = new Members();
    return words.sqlite() ? members : members.text("schema", DrizzleWords.namespace(name));
  }

  private Members within(Table table) {
    return begun(table.name()).text("table", table.name().name());
  }

  private Json type(EnumType type) {
    return begun(type.name())
        .text("name", type.name().name())
        .texts("values", type.labels())
        .text("entityType", "enums")
        .json();
  }

  private Json table(Table table) {
    var members = begun(table.name()).text("name", table.name().name());
    return (words.sqlite() ? members : members.truth("isRlsEnabled", false))
        .text("entityType", "tables")
        .json();
  }

  private Json column(Table table, Column column) {
    var members = within(table).text("name", column.name()).text("type", words.type(column));
    boolean key = new DrizzleParts(table).isKey(column);
    if (words.sqlite()) {
      members.truth("notNull", !column.nullable() && !key);
      members.truth("autoincrement", column.value() instanceof ValueSource.AutoIncrement);
    } else {
      DrizzleWords.typeNamespace(column.type())
          .ifPresentOrElse(
              name -> members.text("typeSchema", name), () -> members.nothing("typeSchema"));
      members.truth("notNull", !column.nullable()).with("dimensions", dimensions(column));
    }
    value(column.value(), members);
    return members.text("entityType", "columns").json();
  }

  private static Json dimensions(Column column) {
    return new Json.Numeral(String.valueOf(DrizzleWords.dimensions(column.type())));
  }

  private void value(ValueSource value, Members members) {
    members.nothing("default").nothing("generated");
    switch (value) {
      case ValueSource.Default(var expression) ->
          members.text("default", words.plain(expression.sql()));
      case ValueSource.Generated(var expression, var stored) ->
          members.with(
              "generated",
              new Members()
                  .text("as", expression.sql())
                  .text("type", stored ? "stored" : "virtual")
                  .json());
      default -> {}
    }
    if (!words.sqlite()) {
      members.nothing("identity");
    }
  }

  private Json index(Table table, Index index) {
    List<Json> parts = index.parts().stream().map(this::part).toList();
    var members = within(table).text("name", index.name());
    if (!words.sqlite()) {
      members.truth("nameExplicit", true);
    }
    members.with("columns", new Json.Items(parts)).truth("isUnique", index.unique());
    index
        .where()
        .ifPresentOrElse(
            where -> members.text("where", where.sql()), () -> members.nothing("where"));
    return (words.sqlite()
            ? members.text("origin", "manual")
            : members
                .text("with", index.with().orElse(""))
                .text("method", index.method().orElse("btree"))
                .truth("concurrently", false))
        .text("entityType", "indexes")
        .json();
  }

  private Json part(Index.Part part) {
    var members = new Members().text("value", part.text()).truth("isExpression", part.expression());
    if (words.sqlite()) {
      return members.json();
    }
    boolean first = part.nulls().map(Index.Nulls.FIRST::equals).orElse(part.descending());
    return members
        .truth("asc", !part.descending())
        .truth("nullsFirst", first)
        .nothing("opclass")
        .json();
  }

  private Json foreignKey(Table table, String name, Constraint.ForeignKey key) {
    var members =
        within(table)
            .text("name", name)
            .truth("nameExplicit", false)
            .texts("columns", key.columns());
    if (!words.sqlite()) {
      members.text("schemaTo", DrizzleWords.namespace(key.references()));
    }
    return members
        .text("tableTo", key.references().name())
        .texts("columnsTo", key.referenced())
        .text("onUpdate", key.onUpdate().sql())
        .text("onDelete", key.onDelete().sql())
        .text("entityType", "fks")
        .json();
  }

  private Json key(Table table, Constraint.PrimaryKey key) {
    String usual = table.name().name() + (words.sqlite() ? "_pk" : "_pkey");
    String name = key.name().isEmpty() ? usual : key.name();
    return within(table)
        .text("name", name)
        .texts("columns", key.columns())
        .truth("nameExplicit", !name.equals(usual))
        .text("entityType", "pks")
        .json();
  }

  private Json unique(Table table, String name, Constraint.Unique unique) {
    var members =
        within(table)
            .text("name", name)
            .truth("nameExplicit", false)
            .texts("columns", unique.columns());
    return (words.sqlite() ? members : members.truth("nullsNotDistinct", unique.nullsNotDistinct()))
        .text("entityType", "uniques")
        .json();
  }

  private Json check(Table table, String name, Constraint.Check check) {
    return within(table)
        .text("name", name)
        .text("value", check.condition().sql())
        .text("entityType", "checks")
        .json();
  }

  private Json view(View view) {
    var members =
        begun(view.name())
            .text("name", view.name().name())
            .text("definition", view.definition())
            .nothing("error")
            .truth("isExisting", false);
    return (words.sqlite()
            ? members
            : members
                .truth("materialized", view.materialized())
                .nothing("with")
                .nothing("withNoData")
                .nothing("using")
                .nothing("tablespace"))
        .text("entityType", "views")
        .json();
  }
}
