package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of all tables that are of some types, also where a table has them from another or
 * from a composite type.
 */
public final class MadeColumns {
  private final Schema schema;
  private final List<Material> materials;
  private final Map<String, Table> tables = new HashMap<>();

  public MadeColumns(Schema schema, List<Material> materials) {
    this.schema = schema;
    this.materials = List.copyOf(materials);
    schema.tables().forEach(table -> tables.put(Kin.spelled(table.name()), table));
  }

  /**
   * A column where it stands.
   *
   * @param inherited whether it changes with that of a parent
   */
  public record Place(ObjectName table, Column column, boolean inherited) {}

  /** Whether a table names a column of such a type itself. */
  public static boolean any(Schema schema, Material material) {
    return schema.tables().flatMap(table -> table.columns().stream()).anyMatch(material::makes);
  }

  /** All such columns; those of one table behind one another. */
  public List<Place> places() {
    return schema.tables().flatMap(table -> places(table).stream()).toList();
  }

  private List<Place> places(Table table) {
    List<Place> above = above(table);
    var places = new ArrayList<Place>();
    for (Column column : table.columns()) {
      if (isMade(column)) {
        places.add(new Place(table.name(), column, named(above, column).isPresent()));
      }
    }
    above.stream()
        .map(Place::column)
        .filter(column -> table.findColumn(column.name()).isEmpty())
        .map(column -> new Place(table.name(), column, !(Kin.of(table) instanceof Kin.Typed)))
        .forEach(places::add);
    return places;
  }

  private static Optional<Place> named(List<Place> places, Column column) {
    return places.stream().filter(each -> each.column().name().equals(column.name())).findFirst();
  }

  /** What the table has from elsewhere, without what is said of that there. */
  private List<Place> above(Table table) {
    return switch (Kin.of(table)) {
      case Kin.Alone() -> List.of();
      case Kin.Typed(var type) -> attributes(table, type).toList();
      case Kin.Partition(var parent, var bound) -> from(List.of(parent));
      case Kin.Heir(var parents) -> from(parents);
    };
  }

  private List<Place> from(List<String> parents) {
    return parents.stream()
        .flatMap(parent -> Optional.ofNullable(tables.get(parent)).stream())
        .flatMap(each -> places(each).stream())
        .map(each ->
            new Place(each.table(), Column.of(each.column().name(), each.column().type()), true))
        .toList();
  }

  private Stream<Place> attributes(Table table, String type) {
    return schema
        .all(Opaque.class)
        .filter(each -> each.objectKind().equals("type"))
        .filter(each -> InPlace.typeName(each.definition()).equals(type))
        .flatMap(each -> InPlace.attributes(each.definition()).entrySet().stream())
        .map(attribute -> Column.of(attribute.getKey(), attribute.getValue()))
        .filter(this::isMade)
        .map(column -> new Place(table.name(), column, false));
  }

  private boolean isMade(Column column) {
    return materials.stream().anyMatch(material -> material.makes(column));
  }
}
