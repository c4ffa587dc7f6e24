package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws the parts of one table as Drizzle's snapshots before 1.0 have them. */
record DrizzlePen(DrizzleWords words, Table table) {
  Json column(DrizzleParts.Cell cell) {
    var column = cell.column();
    var members = new Members();
    members.text("name", column.name()).text("type", words.type(column));
    DrizzleWords.typeNamespace(column.type()).ifPresent(name -> members.text("typeSchema", name));
    members.truth("primaryKey", cell.key());
    members.truth("notNull", !column.nullable() || cell.key());
    if (words.sqlite()) {
      members.truth("autoincrement", column.value() instanceof ValueSource.AutoIncrement);
    }
    value(column.value()).ifPresent(value -> members.with(key(column.value()), value));
    return members.json();
  }

  private static String key(ValueSource value) {
    if (value instanceof ValueSource.Identity) {
      return "identity";
    }
    return value instanceof ValueSource.Generated ? "generated" : "default";
  }

  private Optional<Json> value(ValueSource value) {
    return switch (value) {
      case ValueSource.Given() -> Optional.empty();
      case ValueSource.Serial() -> Optional.empty();
      case ValueSource.AutoIncrement() -> Optional.empty();
      case ValueSource.Default(var expression) -> Optional.of(words.value(expression.sql()));
      case ValueSource.Identity(var always, var options) -> Optional.of(identity(always, options));
      case ValueSource.Generated(var expression, var stored) ->
          Optional.of(
              new Members()
                  .text("as", expression.sql())
                  .text("type", stored ? "stored" : "virtual")
                  .json());
    };
  }

  private Json identity(boolean always, ValueSource.SequenceOptions options) {
    return new Members()
        .text("type", always ? "always" : "byDefault")
        .text("name", table.name().name() + "_id_seq")
        .text("schema", DrizzleWords.namespace(table.name()))
        .text("increment", text(options.increment(), "1"))
        .text("startWith", text(options.start(), "1"))
        .text("minValue", text(options.minValue(), "1"))
        .text("maxValue", text(options.maxValue(), "2147483647"))
        .text("cache", text(options.cache(), "1"))
        .truth("cycle", options.cycle())
        .json();
  }

  private static String text(Optional<Long> number, String usual) {
    return number.map(String::valueOf).orElse(usual);
  }

  Json index(Index index) {
    var members = new Members().text("name", index.name());
    if (words.sqlite()) {
      members.texts("columns", index.parts().stream().map(Index.Part::text).toList());
      index.where().ifPresent(where -> members.text("where", where.sql()));
      return members.truth("isUnique", index.unique()).json();
    }
    List<Json> parts = index.parts().stream().map(DrizzlePen::part).toList();
    members.with("columns", new Json.Items(parts)).truth("isUnique", index.unique());
    index.where().ifPresent(where -> members.text("where", where.sql()));
    return members
        .truth("concurrently", false)
        .text("method", index.method().orElse("btree"))
        .with("with", new Json.Members(Map.of()))
        .json();
  }

  private static Json part(Index.Part part) {
    boolean first = part.nulls().map(Index.Nulls.FIRST::equals).orElse(part.descending());
    var members =
        new Members()
            .text("expression", part.text())
            .truth("isExpression", part.expression())
            .truth("asc", !part.descending())
            .text("nulls", first ? "first" : "last");
    part.operatorClass().ifPresent(name -> members.text("opclass", name));
    return members.json();
  }

  Json foreignKey(Constraint.ForeignKey key) {
    var members =
        new Members()
            .text("name", DrizzleWords.name(table.name().name(), key))
            .text("tableFrom", table.name().name())
            .text("tableTo", key.references().name());
    if (!words.sqlite() && !DrizzleWords.namespace(key.references()).equals("public")) {
      members.text("schemaTo", DrizzleWords.namespace(key.references()));
    }
    return members
        .texts("columnsFrom", key.columns())
        .texts("columnsTo", key.referenced())
        .text("onDelete", action(key.onDelete()))
        .text("onUpdate", action(key.onUpdate()))
        .json();
  }

  private static String action(Constraint.Action action) {
    return action.sql().toLowerCase(Locale.ROOT);
  }

  Json compositeKey(Constraint.PrimaryKey key) {
    return new Members()
        .text("name", DrizzleWords.name(key.name(), table.name().name(), key.columns(), "pk"))
        .texts("columns", key.columns())
        .json();
  }

  Json unique(Constraint.Unique unique) {
    String name = DrizzleWords.name(unique.name(), table.name().name(), unique.columns(), "unique");
    var members = new Members().text("name", name);
    if (!words.sqlite()) {
      members.truth("nullsNotDistinct", unique.nullsNotDistinct());
    }
    return members.texts("columns", unique.columns()).json();
  }

  Json check(Constraint.Check check) {
    return new Members()
        .text("name", DrizzleWords.name(check.name(), table.name().name(), List.of(), "check"))
        .text("value", check.condition().sql())
        .json();
  }
}
