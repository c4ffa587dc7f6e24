package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;

/** Changes a schema by chance, leaving it to be tidied. */
record Edits(Palette palette, Schemas schemas, Chance chance) {
  Schema edited(Schema schema) {
    List<Table> tables = schema.tables().toList();
    if (tables.isEmpty() || chance.percent(20)) {
      return editedAtTop(schema);
    }
    Table table = chance.one(tables);
    return switch (chance.between(0, 11)) {
      case 0 -> schemas.withForeignKey(schema, table.name());
      case 1 -> retyped(schema, table);
      default -> schema.with(edited(schema, table));
    };
  }

  private Schema editedAtTop(Schema schema) {
    List<SchemaObject> objects = List.copyOf(schema.objects().values());
    List<EnumType> enums = schema.all(EnumType.class).toList();
    int dice = chance.between(0, 9);
    if (dice < 3 && !objects.isEmpty()) {
      return schema.without(chance.one(objects).name());
    }
    if (dice < 6 && !enums.isEmpty()) {
      return schema.with(edited(chance.one(enums)));
    }
    if (dice == 9 && chance.percent(50)) {
      return schemas.withCarried(schema);
    }
    return dice < 8
        ? schema.with(schemas.table(schema, schemas.freeName(schema)))
        : schemas.withView(schema);
  }

  private EnumType edited(EnumType type) {
    return type.labels().size() < 3 || chance.percent(60)
        ? schemas.withAnotherLabel(type)
        : new EnumType(type.name(), chance.some(type.labels().size() - 1, type.labels()));
  }

  private Table edited(Schema schema, Table table) {
    RandomParts parts = schemas.parts();
    return switch (chance.between(0, 10)) {
      case 0, 1 -> table.with(schemas.columns(schema).addedTo(table));
      case 2, 3 -> table.without(chance.one(table.columns()));
      case 4, 5 -> refilled(schema, table);
      case 6 -> nullabilityTurned(table);
      case 7 -> chance.any(table.constraints()).map(table::without).orElse(table);
      case 8 -> parts.withClause(parts.withUnique(parts.withCheck(table)));
      case 9 -> chance.any(table.indexes()).map(table::without).orElse(table);
      case 10 -> parts.withKey(table);
      default -> parts.withIndex(table);
    };
  }

  private Table nullabilityTurned(Table table) {
    Column column = chance.one(table.columns());
    return counted(column) ? table : table.replacing(column, column.nullable(!column.nullable()));
  }

  private Table refilled(Schema schema, Table table) {
    Column column = chance.one(table.columns());
    if (column.generated() || counted(column)) {
      return table;
    }
    Column other =
        column.value() instanceof ValueSource.Default && chance.percent(50)
            ? column.filledBy(new ValueSource.Given())
            : schemas.columns(schema).withDefault(column);
    return table.replacing(column, other);
  }

  private Schema retyped(Schema schema, Table table) {
    Column column = chance.one(table.columns());
    boolean limited = !table.options().isEmpty();
    if (column.generated() || counted(column) || limited) {
      return schema;
    }
    Column other = schemas.columns(schema).retyped(column);
    Schema retyped = schema.with(table.replacing(column, other));
    return Text.family(other.type()) == Text.family(column.type())
        ? retyped
        : Tidy.withoutTextAbout(column.name(), table.name(), retyped);
  }

  static boolean counted(Column column) {
    return switch (column.value()) {
      case ValueSource.Given given -> false;
      case ValueSource.Default value -> false;
      case ValueSource.Generated generated -> false;
      case ValueSource.Identity identity -> true;
      case ValueSource.Serial serial -> true;
      case ValueSource.AutoIncrement increment -> true;
    };
  }

  /** Whether a constraint is one that others may point to. */
  static boolean key(Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
  }
}
