package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.MadeColumns;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What columns are made of is made anew under its old name, and the columns go over to that.
 * Several types that are made of one another go together.
 */
final class TypeRebuild {
  private final List<New> types;
  private final Schema there;
  private final List<String> goneLabels;
  private final boolean clean;
  private final List<MadeColumns.Place> places;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * One of the types.
   *
   * @param old what it is
   * @param create the statement that makes its new form
   */
  record New(Material material, SchemaObject old, String create) {
    /** The attributes that get another type, where it is a composite one. */
    Map<String, DataType> retyped() {
      return old instanceof Opaque opaque ? InPlace.retyped(opaque.definition(), create) : Map.of();
    }
  }

  /**
   * @param types each behind what it is made of
   * @param there the tables as they are at that time
   * @param goneLabels the labels of enumerations that their new forms do not have
   * @param clean whether nothing is of the old forms afterwards, so that they go at once
   */
  TypeRebuild(List<New> types, Schema there, List<String> goneLabels, boolean clean) {
    this.types = List.copyOf(types);
    this.there = there;
    this.goneLabels = List.copyOf(goneLabels);
    this.clean = clean;
    this.places =
        new MadeColumns(there, types.stream().map(New::material).toList())
            .places().stream().filter(place -> !place.inherited()).toList();
  }

  List<Statement> statements() {
    typed(table -> run("ALTER TABLE %s NOT OF", quoted(table.name())));
    if (clean && types.stream().anyMatch(type -> type.material().isRange())) {
      byWayOfText();
    } else {
      byWayOfNames();
    }
    types.forEach(this::retype);
    typed(table -> run("ALTER TABLE %s OF %s", quoted(table.name()), form(table)));
    return statements;
  }

  private void byWayOfNames() {
    for (New type : types.reversed()) {
      Material old = type.material();
      run("ALTER %s %s RENAME TO %s", old.word(), quoted(old.name()), quoted(aside(old).name()));
    }
    types.forEach(type -> run("%s", type.create()));
    places.forEach(this::move);
    if (clean) {
      statements.addAll(drops(types));
    }
  }

  /** The old forms go. */
  static List<Statement> drops(List<New> types) {
    return types.reversed().stream()
        .map(New::material)
        .map(old -> Statement.of("DROP %s %s".formatted(old.word(), quoted(aside(old)))))
        .toList();
  }

  private static ObjectName aside(Material old) {
    return old.name().sibling(Identifier.aside(old.name().name()));
  }

  /**
   * The functions that come along with a range have its name, and no other can be given to them.
   */
  private void byWayOfText() {
    places.forEach(place -> {
      values(place).forEach(value -> run("%sDROP DEFAULT", value.alter()));
      run(
          "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s",
          quoted(place.table()), quoted(place.column().name()), text(place.column().type()));
    });
    types
        .reversed()
        .forEach(type -> run("DROP %s %s", type.material().word(), quoted(type.material().name())));
    types.forEach(type -> run("%s", type.create()));
    places.forEach(this::become);
  }

  private static String text(DataType type) {
    return type instanceof DataType.Array ? "text[]" : "text";
  }

  /** Tables that have their columns from one of the types. */
  private void typed(Consumer<Table> action) {
    there
        .tables()
        .filter(table ->
            types.stream()
                .anyMatch(type -> form(table).equals(Kin.spelled(type.material().name()))))
        .forEach(action);
  }

  /** The tables that are made of it have the attributes as columns. */
  private void retype(New type) {
    typed(table -> {
      if (form(table).equals(Kin.spelled(type.material().name()))) {
        type.retyped()
            .forEach((name, now) ->
                run(
                    "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s USING %s::text::%s",
                    quoted(table.name()),
                    quoted(name),
                    TypeName.sql(now),
                    quoted(name),
                    TypeName.sql(now)));
      }
    });
  }

  private static String form(Table table) {
    return Kin.of(table) instanceof Kin.Typed(var type) ? type : "";
  }

  private void move(MadeColumns.Place place) {
    values(place).forEach(value -> run("%sDROP DEFAULT", value.alter()));
    become(place);
  }

  private void become(MadeColumns.Place place) {
    run(
        "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s%s",
        quoted(place.table()),
        quoted(place.column().name()),
        ColumnSql.typeAndCollation(place.column()),
        using(place));
    values(place).stream()
        .filter(value -> stillThere(value.sql()))
        .forEach(value -> run("%sSET DEFAULT %s", value.alter(), value.sql()));
  }

  private List<ColumnDefaults.Value> values(MadeColumns.Place place) {
    return new ColumnDefaults(there).of(place);
  }

  private String using(MadeColumns.Place place) {
    DataType type = place.column().type();
    if (types.stream()
        .map(New::material)
        .filter(material -> material.makes(place.column()))
        .allMatch(material -> material.word().equals("COLLATION"))) {
      return "";
    }
    String way = type instanceof DataType.Array ? "::text[]::" : "::text::";
    return " USING " + quoted(place.column().name()) + way + TypeName.sql(type);
  }

  /** A default whose label goes is not put back; the plan gives the column another one. */
  private boolean stillThere(String value) {
    return goneLabels.stream().noneMatch(label -> value.contains(Text.literal(label)));
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
