package dev.whimbrel.kit.snapshot;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.HashSet;
import java.util.List;

/** Reads a snapshot out of JSON. */
record SnapshotReader(String file) {
  Snapshot read(Json.Members json) {
    MembersReader top = new MembersReader(file, json);
    checkVersion(top);
    return top.done(
        new Snapshot(
            top.text("id"),
            top.names("parents"),
            top.text("dialect"),
            top.names("renames"),
            schema(top)));
  }

  private void checkVersion(MembersReader top) {
    long version = top.number("version").orElseThrow(() -> top.wrong("\"version\" is missing"));
    if (version > Snapshot.VERSION) {
      throw new SnapshotException(
          ("%s is a snapshot of version %d; this Whimbrel reads up to version %d."
                  + " Nothing was done. Use the newer Whimbrel that wrote it.")
              .formatted(file, version, Snapshot.VERSION));
    }
    if (version < 1) {
      throw top.wrong("there is no version " + version);
    }
  }

  private Schema schema(MembersReader top) {
    List<SchemaObject> objects = top.each("objects", this::object);
    try {
      return Schema.of(objects);
    } catch (IllegalArgumentException e) {
      throw top.wrong(String.valueOf(e.getMessage()));
    }
  }

  private MembersReader members(Json json) {
    if (json instanceof Json.Members members) {
      return new MembersReader(file, members);
    }
    throw new SnapshotException(
        file + " holds plain text or numbers where an object is expected; restore the file.");
  }

  private SchemaObject object(Json json) {
    MembersReader from = members(json);
    String kind = from.text("kind");
    ObjectName name = name(from);
    return from.done(
        switch (kind) {
          case "enum" -> new EnumType(name, from.names("labels"));
          case "table" -> table(name, from);
          case "view" ->
              new View(name, from.lines("definition"), from.flag("materialized"), leansOn(from));
          case "opaque" ->
              new Opaque(
                  name,
                  from.text("objectKind"),
                  from.lines("definition"),
                  from.lines("removal"),
                  leansOn(from));
          default -> throw from.wrong("there is no kind \"" + kind + "\"");
        });
  }

  private Table table(ObjectName name, MembersReader from) {
    return new Table(
        name,
        from.each("columns", this::column),
        from.each("constraints", this::constraint),
        from.each("indexes", this::index),
        from.names("options"));
  }

  private HashSet<ObjectName> leansOn(MembersReader from) {
    return new HashSet<>(from.each("leansOn", this::reference));
  }

  private ObjectName reference(Json json) {
    return json instanceof Json.Text(var name) ? ObjectName.of(name) : name(members(json));
  }

  private static ObjectName name(MembersReader from) {
    return new ObjectName(from.find("namespace").orElse(""), from.text("name"));
  }

  private Column column(Json json) {
    MembersReader from = members(json);
    return from.done(
        new Column(
            from.text("name"),
            from.value("type", type -> type(type, from)),
            !from.flag("notNull"),
            value(from),
            from.find("collation")));
  }

  private static ValueSource value(MembersReader from) {
    if (from.has("default")) {
      return new ValueSource.Default(new Expression(from.text("default")));
    }
    if (from.has("identity")) {
      return new ValueSource.Identity(from.text("identity").equals("always"), sequence(from));
    }
    if (from.has("generated")) {
      return new ValueSource.Generated(new Expression(from.text("generated")), from.flag("stored"));
    }
    if (from.flag("serial")) {
      return new ValueSource.Serial();
    }
    return from.flag("autoIncrement") ? new ValueSource.AutoIncrement() : new ValueSource.Given();
  }

  private static ValueSource.SequenceOptions sequence(MembersReader from) {
    return from.members("sequence")
        .map(SnapshotReader::options)
        .orElse(ValueSource.SequenceOptions.PLAIN);
  }

  private static ValueSource.SequenceOptions options(MembersReader from) {
    return from.done(
        new ValueSource.SequenceOptions(
            from.number("start"),
            from.number("increment"),
            from.number("minValue"),
            from.number("maxValue"),
            from.number("cache"),
            from.flag("cycle")));
  }

  private DataType type(Json json, MembersReader around) {
    if (json instanceof Json.Text(var spelling)) {
      return TypeName.parse(spelling)
          .orElseThrow(() -> around.wrong("there is no type \"" + spelling + "\""));
    }
    MembersReader from = members(json);
    if (from.has("enum")) {
      return from.done(new DataType.Enumerated(from.value("enum", this::reference)));
    }
    return from.done(
        from.has("array")
            ? new DataType.Array(from.<DataType>value("array", each -> type(each, from)))
            : new DataType.Native(from.text("native")));
  }

  private Constraint constraint(Json json) {
    MembersReader from = members(json);
    String kind = from.text("kind");
    String name = from.find("name").orElse("");
    List<String> columns = from.names("columns");
    return from.done(
        switch (kind) {
          case "primary key" -> new Constraint.PrimaryKey(name, columns);
          case "unique" -> new Constraint.Unique(name, columns, from.flag("nullsNotDistinct"));
          case "check" -> new Constraint.Check(name, new Expression(from.text("condition")));
          case "foreign key" -> foreignKey(name, columns, from);
          case "verbatim" -> new Constraint.Verbatim(name, from.text("definition"));
          default -> throw from.wrong("there is no kind \"" + kind + "\"");
        });
  }

  private Constraint foreignKey(String name, List<String> columns, MembersReader from) {
    return new Constraint.ForeignKey(
        name,
        columns,
        from.value("references", this::reference),
        from.names("referenced"),
        from.constant("onDelete", Constraint.Action.NO_ACTION),
        from.constant("onUpdate", Constraint.Action.NO_ACTION),
        from.constant("deferral", Constraint.Deferral.NOT_DEFERRABLE));
  }

  private Index index(Json json) {
    MembersReader from = members(json);
    return from.done(
        new Index(
            from.text("name"),
            from.flag("unique"),
            from.find("method"),
            from.each("on", this::part),
            from.names("include"),
            from.flag("nullsNotDistinct"),
            from.find("where").map(Expression::new),
            from.find("with")));
  }

  private Index.Part part(Json json) {
    if (json instanceof Json.Text(var column)) {
      return Index.Part.column(column);
    }
    MembersReader from = members(json);
    boolean expression = from.has("expression");
    return from.done(
        new Index.Part(
            from.text(expression ? "expression" : "column"),
            expression,
            from.flag("descending"),
            from.find("nulls").map(words -> from.constant(Index.Nulls.class, "nulls", words)),
            from.find("collation"),
            from.find("operatorClass")));
  }
}
