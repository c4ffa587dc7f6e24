package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type, a domain or a collation that columns are of, so that it cannot go while they are.
 *
 * @param word what SQL calls it: {@code DOMAIN}
 * @param spellings the ways in which the type of a column can name it
 */
public record Material(String word, ObjectName name, List<String> spellings) {
  private static final Pattern MULTIRANGE = Pattern.compile("multirange_type_name = ([^,)]+)");

  public Material {
    spellings = List.copyOf(spellings);
  }

  /** What columns can be of, if the object is such. */
  public static Optional<Material> of(SchemaObject object) {
    return switch (object) {
      case EnumType type -> Optional.of(named("TYPE", type.name()));
      case Opaque opaque -> of(opaque);
      default -> Optional.empty();
    };
  }

  private static Optional<Material> of(Opaque opaque) {
    return switch (opaque.objectKind()) {
      case "domain" -> Optional.of(named("DOMAIN", opaque));
      case "type", "range type" -> Optional.of(named("TYPE", opaque));
      case "collation" -> Optional.of(named("COLLATION", opaque));
      default -> Optional.empty();
    };
  }

  private static Material named(String word, ObjectName name) {
    return new Material(word, name, List.of(Kin.spelled(name)));
  }

  private static Material named(String word, Opaque opaque) {
    ObjectName name =
        opaque.name().sibling(opaque.name().name().substring(opaque.objectKind().length() + 1));
    var spellings = new ArrayList<String>();
    spellings.add(Kin.spelled(name));
    if (opaque.objectKind().equals("range type")) {
      spellings.add(multirange(opaque.definition(), name));
    }
    return new Material(word, name, spellings);
  }

  /** The type that comes and goes with a range, and is named after it unless it is said. */
  private static String multirange(String definition, ObjectName range) {
    var found = MULTIRANGE.matcher(definition);
    String name = range.name();
    String usual =
        name.contains("range") ? name.replaceFirst("range", "multirange") : name + "_multirange";
    return found.find() ? found.group(1) : Kin.spelled(range.sibling(Identifier.cut(usual)));
  }

  /** Whether it is a range, which another type comes along with. */
  public boolean isRange() {
    return spellings.size() > 1;
  }

  /** Whether a column is of it. */
  public boolean makes(Column column) {
    return word.equals("COLLATION")
        ? column.collation().filter(this::isCollation).isPresent()
        : makes(column.type());
  }

  private boolean isCollation(String collation) {
    return collation.equals(name.name()) || collation.equals(Identifier.quoted(name));
  }

  private boolean makes(DataType type) {
    return switch (type) {
      case DataType.Enumerated(var enumeration) -> enumeration.equals(name);
      case DataType.Array(var element) -> makes(element);
      case DataType.Native(var text) -> spellings.contains(text);
      default -> false;
    };
  }

  /** Whether columns are of it that stay. */
  public boolean isHeld(Schema from, Schema then) {
    return from.tables()
        .anyMatch(
            table -> then.findTable(table.name()).stream().anyMatch(now -> isHeld(table, now)));
  }

  private boolean isHeld(Table old, Table now) {
    return holders(old, now).findAny().isPresent();
  }

  private Stream<Column> holders(Table old, Table now) {
    return old.columns().stream()
        .filter(column -> makes(column) && now.findColumn(column.name()).isPresent());
  }

  /** Whether columns stay of which it is a part only, as of an array or of a composite type. */
  public boolean isHeldWithin(Schema from, Schema then) {
    return from.tables()
        .flatMap(table -> then.findTable(table.name()).stream().flatMap(now -> holders(table, now)))
        .anyMatch(column -> !word.equals("DOMAIN") || column.type() instanceof DataType.Array);
  }
}
