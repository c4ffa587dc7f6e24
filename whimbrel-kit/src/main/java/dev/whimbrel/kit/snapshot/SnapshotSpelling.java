package dev.whimbrel.kit.snapshot;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Spells a snapshot in JSON, as {@code snapshot.schema.json} describes it. */
final class SnapshotSpelling {
  private SnapshotSpelling() {}

  static Json of(Snapshot snapshot) {
    return new MembersBuilder()
        .put("version", new Json.Whole(Snapshot.VERSION))
        .text("dialect", snapshot.dialect())
        .text("id", snapshot.id())
        .put("parents", MembersBuilder.texts(snapshot.parents()))
        .names("renames", snapshot.renames())
        .each("objects", snapshot.schema().objects().values(), SnapshotSpelling::object)
        .build();
  }

  private static Json object(SchemaObject object) {
    MembersBuilder said =
        new MembersBuilder()
            .text("kind", kind(object))
            .unlessEmpty("namespace", object.name().namespace())
            .text("name", object.name().name());
    return switch (object) {
      case EnumType type -> said.names("labels", type.labels()).build();
      case Table table -> table(said, table);
      case View view -> view(said, view);
      case Opaque opaque -> opaque(said, opaque);
    };
  }

  private static String kind(SchemaObject object) {
    return switch (object) {
      case EnumType type -> "enum";
      case Table table -> "table";
      case View view -> "view";
      case Opaque opaque -> "opaque";
    };
  }

  private static Json table(MembersBuilder said, Table table) {
    return said.names("options", table.options())
        .each("columns", table.columns(), SnapshotSpelling::column)
        .each("constraints", table.constraints(), SnapshotSpelling::constraint)
        .each("indexes", table.indexes(), SnapshotSpelling::index)
        .build();
  }

  private static Json view(MembersBuilder said, View view) {
    return said.flag("materialized", view.materialized())
        .lines("definition", view.definition())
        .each("leansOn", new TreeSet<>(view.leansOn()), SnapshotSpelling::reference)
        .build();
  }

  private static Json opaque(MembersBuilder said, Opaque opaque) {
    return said.text("objectKind", opaque.objectKind())
        .lines("definition", opaque.definition())
        .lines("removal", opaque.removal())
        .each("leansOn", new TreeSet<>(opaque.leansOn()), SnapshotSpelling::reference)
        .build();
  }

  private static Json column(Column column) {
    MembersBuilder said =
        new MembersBuilder()
            .text("name", column.name())
            .put("type", type(column.type()))
            .flag("notNull", !column.nullable());
    return value(said, column.value()).present("collation", column.collation()).build();
  }

  private static MembersBuilder value(MembersBuilder said, ValueSource value) {
    return switch (value) {
      case ValueSource.Given() -> said;
      case ValueSource.Default(var expression) -> said.text("default", expression.sql());
      case ValueSource.Identity(var always, var options) ->
          sequence(said.text("identity", always ? "always" : "by default"), options);
      case ValueSource.Serial() -> said.flag("serial", true);
      case ValueSource.AutoIncrement() -> said.flag("autoIncrement", true);
      case ValueSource.Generated(var expression, var stored) ->
          said.text("generated", expression.sql()).flag("stored", stored);
    };
  }

  private static MembersBuilder sequence(MembersBuilder said, ValueSource.SequenceOptions options) {
    return options.equals(ValueSource.SequenceOptions.PLAIN)
        ? said
        : said.put(
            "sequence",
            new MembersBuilder()
                .number("start", options.start())
                .number("increment", options.increment())
                .number("minValue", options.minValue())
                .number("maxValue", options.maxValue())
                .number("cache", options.cache())
                .flag("cycle", options.cycle())
                .build());
  }

  private static Json type(DataType type) {
    return TypeName.of(type).<Json>map(Json.Text::new).orElseGet(() -> composed(type));
  }

  private static Json composed(DataType type) {
    var said = new MembersBuilder();
    return switch (type) {
      case DataType.Enumerated(var name) -> said.put("enum", reference(name)).build();
      case DataType.Array(var element) -> said.put("array", type(element)).build();
      case DataType.Native(var sql) -> said.text("native", sql).build();
      default -> throw new IllegalStateException("no spelling for " + type);
    };
  }

  private static Json reference(ObjectName name) {
    return name.namespace().isEmpty()
        ? new Json.Text(name.name())
        : new MembersBuilder()
            .text("namespace", name.namespace())
            .text("name", name.name())
            .build();
  }

  private static Json constraint(Constraint constraint) {
    MembersBuilder said =
        new MembersBuilder()
            .text("kind", kind(constraint))
            .unlessEmpty("name", constraint.name())
            .names("columns", constraint.columns());
    return switch (constraint) {
      case Constraint.PrimaryKey key -> said.build();
      case Constraint.Unique unique ->
          said.flag("nullsNotDistinct", unique.nullsNotDistinct()).build();
      case Constraint.Check check -> said.text("condition", check.condition().sql()).build();
      case Constraint.ForeignKey key -> foreignKey(said, key);
      case Constraint.Verbatim verbatim -> said.text("definition", verbatim.definition()).build();
    };
  }

  private static String kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> "primary key";
      case Constraint.Unique unique -> "unique";
      case Constraint.Check check -> "check";
      case Constraint.ForeignKey key -> "foreign key";
      case Constraint.Verbatim verbatim -> "verbatim";
    };
  }

  private static Json foreignKey(MembersBuilder said, Constraint.ForeignKey key) {
    return said.put("references", reference(key.references()))
        .names("referenced", key.referenced())
        .present("onDelete", unless(key.onDelete(), Constraint.Action.NO_ACTION))
        .present("onUpdate", unless(key.onUpdate(), Constraint.Action.NO_ACTION))
        .present("deferral", unless(key.deferral(), Constraint.Deferral.NOT_DEFERRABLE))
        .build();
  }

  private static <E extends Enum<E>> Optional<String> unless(E value, E usual) {
    return value == usual ? Optional.empty() : Optional.of(words(value));
  }

  /** The words of a constant: {@code set null}. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Json index(Index index) {
    return new MembersBuilder()
        .text("name", index.name())
        .flag("unique", index.unique())
        .present("method", index.method())
        .each("on", index.parts(), SnapshotSpelling::part)
        .names("include", index.include())
        .flag("nullsNotDistinct", index.nullsNotDistinct())
        .present("where", index.where().map(condition -> condition.sql()))
        .present("with", index.with())
        .build();
  }

  private static Json part(Index.Part part) {
    return part.equals(Index.Part.column(part.text()))
        ? new Json.Text(part.text())
        : new MembersBuilder()
            .text(part.expression() ? "expression" : "column", part.text())
            .flag("descending", part.descending())
            .present("nulls", part.nulls().map(SnapshotSpelling::words))
            .present("collation", part.collation())
            .present("operatorClass", part.operatorClass())
            .build();
  }
}
