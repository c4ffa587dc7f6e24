package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes schemas out of thin air, each one that the database takes. */
public final class Schemas {
  private static final List<String> TABLES =
      List.of("users", "order", "Line Item", "posts", "größen", "a\"b", "select", "tags");
  private static final List<String> LABELS =
      List.of("sad", "ok", "happy", "so so", "it's", "Ünder", "", "x,y");

  private final Palette palette;
  private final Chance chance;

  public Schemas(Palette palette, Random random) {
    this.palette = palette;
    this.chance = new Chance(random);
  }

  /** A schema of up to four tables. */
  public Schema schema() {
    Schema schema = Schema.empty();
    if (palette.has(Palette.Feature.ENUMS)) {
      schema = enums(schema);
    }
    for (String name : chance.some(chance.between(0, 4), TABLES)) {
      schema = schema.with(table(schema, name));
    }
    for (Table table : schema.tables().toList()) {
      schema = chance.percent(50) ? withForeignKey(schema, table.name()) : schema;
    }
    for (int views = chance.between(-2, 2); views > 0; views--) {
      schema = withView(schema);
    }
    for (int extras = chance.between(-1, 2); extras > 0; extras--) {
      schema = withCarried(schema);
    }
    return new Tidy(palette).tidied(schema);
  }

  /** Whether the next example is to be about a small change; it is, two times of three. */
  public boolean near() {
    return chance.percent(67);
  }

  /** A schema that is a few changes away from this one. */
  public Schema neighbour(Schema schema) {
    Schema neighbour = schema;
    for (int changes = chance.between(1, 4); changes > 0; changes--) {
      neighbour = new Tidy(palette).tidied(new Edits(palette, this, chance).edited(neighbour));
    }
    return neighbour;
  }

  private Schema enums(Schema schema) {
    Schema with = schema;
    for (String name : chance.some(chance.between(0, 2), List.of("mood", "Size", "state"))) {
      var labels = chance.some(chance.between(2, 4), LABELS);
      with = with.with(new EnumType(ObjectName.of(name), labels));
    }
    return with;
  }

  /** A label that the type does not have, if there is one left. */
  EnumType withAnotherLabel(EnumType type) {
    var labels = new ArrayList<>(type.labels());
    LABELS.stream()
        .filter(label -> !labels.contains(label))
        .findFirst()
        .ifPresent(label -> labels.add(chance.between(0, labels.size()), label));
    return new EnumType(type.name(), labels);
  }

  Table table(Schema schema, String name) {
    Palette.TableForm form = form();
    var columns = columns(schema).some(chance.between(1, 5), form.types());
    var table = Table.of(ObjectName.of(name)).withColumns(columns);
    var parts = parts();
    if (form.needsKey() || chance.percent(70)) {
      table = parts.withKey(table);
    }
    table = chance.percent(40) ? parts.withUnique(table) : table;
    table = chance.percent(40) ? parts.withCheck(table) : table;
    table = chance.percent(25) ? parts.withClause(table) : table;
    for (int indexes = chance.between(-1, 2); indexes > 0; indexes--) {
      table = parts.withIndex(table);
    }
    return table.withOptions(form.options());
  }

  private Palette.TableForm form() {
    var plain = new Palette.TableForm(List.of(), false, Set.of());
    return chance.percent(80) ? plain : chance.any(palette.forms()).orElse(plain);
  }

  /** The schema after that table got a foreign key to some table. */
  Schema withForeignKey(Schema schema, ObjectName name) {
    List<Table> tables = schema.tables().toList();
    return schema.with(parts().withForeignKey(schema.table(name), chance.one(tables)));
  }

  /** The schema with a view of one of its tables, if it has any. */
  Schema withView(Schema schema) {
    return chance
        .any(schema.tables().toList())
        .map(table -> schema.with(view(chance.name("view"), table)))
        .orElse(schema);
  }

  /** The schema with an object that is carried as SQL, if the database has such. */
  Schema withCarried(Schema schema) {
    Optional<Extra.Reacting> reacting = chance.any(palette.extras(Extra.Reacting.class));
    Optional<View> view = chance.any(schema.all(View.class).toList());
    return reacting.isPresent() && view.isPresent() && chance.percent(50)
        ? schema.with(reacting.get().on(view.get(), chance.name("carried")))
        : withCarriedByTable(schema);
  }

  private Schema withCarriedByTable(Schema schema) {
    Optional<Extra.Carried> carried = chance.any(palette.extras(Extra.Carried.class));
    Optional<Table> table = chance.any(schema.tables().toList());
    return carried.isEmpty() || table.isEmpty()
        ? schema
        : schema.with(
            carried
                .get()
                .on(table.get(), chance.one(table.get().columns()), chance.name("carried")));
  }

  private View view(String name, Table table) {
    String columns =
        chance.some(chance.between(1, 3), table.columns()).stream()
            .map(column -> Text.quoted(column.name()))
            .collect(Collectors.joining(", "));
    String where =
        chance.percent(30) ? " WHERE " + Text.condition(chance.one(table.columns()), chance) : "";
    boolean materialized = palette.has(Palette.Feature.MATERIALIZED_VIEWS) && chance.percent(20);
    return new View(
        ObjectName.of(name),
        "SELECT " + columns + " FROM " + Text.quoted(table.name().name()) + where,
        materialized,
        Set.of(table.name()));
  }

  RandomColumns columns(Schema schema) {
    return new RandomColumns(palette, schema.all(EnumType.class).toList(), chance);
  }

  RandomParts parts() {
    return new RandomParts(palette, chance);
  }

  /** The name of a table that is not there yet. */
  String freeName(Schema schema) {
    Set<String> taken =
        schema.objects().values().stream()
            .map(SchemaObject::name)
            .map(ObjectName::name)
            .collect(Collectors.toSet());
    List<String> free = TABLES.stream().filter(name -> !taken.contains(name)).toList();
    return chance.any(free).orElseGet(() -> chance.name("t"));
  }
}
