package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Opaque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL can change of an object that Whimbrel carries as SQL, while it stays. */
public final class InPlace {
  /** What is said of a thing, where the last word holds. */
  private static final Set<String> SAYINGS =
      Set.of(
          "comment",
          "column storage",
          "column statistics",
          "column compression",
          "column default",
          "replica identity",
          "cluster");

  /** What {@link Opaque#objectKind} says of a sequence that belongs to a serial column. */
  public static final String SERIAL_SEQUENCE = "serial sequence";

  private InPlace() {}

  /** The SQL that makes the new of the old; absent where the old has to go first. */
  public static Optional<String> change(Opaque old, Opaque now) {
    return switch (now.objectKind()) {
      case "sequence" ->
          SequenceText.change(old.definition(), now.definition()).map(words -> freed(old, words));
      case SERIAL_SEQUENCE ->
          SequenceText.change(old.definition(), now.definition())
              .map(words -> words + ";\n" + now.removal());
      case "type" -> CompositeText.change(old.definition(), now.definition());
      case "domain" -> DomainText.change(old.definition(), now.definition());
      default ->
          SAYINGS.contains(now.objectKind()) || overwrites(old, now)
              ? Optional.of(now.definition())
              : Optional.empty();
    };
  }

  /** The name of a composite type as the SQL that makes it has it. */
  public static String typeName(String definition) {
    return CompositeText.read(definition).map(CompositeText::name).orElse("");
  }

  /** The types of the attributes of a composite type, by the attributes' names. */
  public static Map<String, DataType> attributes(String definition) {
    var types = new LinkedHashMap<String, DataType>();
    CompositeText.read(definition)
        .ifPresent(type ->
            type.attributes()
                .forEach((name, sql) ->
                    types.put(
                        name.replaceAll("^\"|\"$", "").replace("\"\"", "\""),
                        TypeName.parse(sql))));
    return types;
  }

  /** The attributes of a composite type that have another type in another form of it. */
  public static Map<String, DataType> retyped(String from, String to) {
    Map<String, DataType> types = new LinkedHashMap<>(attributes(plain(to)));
    attributes(plain(from))
        .forEach((name, type) -> {
          if (type.equals(types.get(name))) {
            types.remove(name);
          }
        });
    types.keySet().retainAll(attributes(plain(from)).keySet());
    return types;
  }

  private static String plain(String definition) {
    return definition.replaceFirst("^CREATE TYPE\n\t", "CREATE TYPE ");
  }

  /** A composite type on its way to another: with all attributes of that, in their old types. */
  public static Opaque between(Opaque old, Opaque now) {
    return redefined(old, CompositeText.between(old.definition(), now.definition()));
  }

  /** The new form as it comes to be: the attributes of a composite type keep their order. */
  public static Opaque reached(Opaque old, Opaque now) {
    boolean composite =
        CompositeText.read(old.definition()).isPresent()
            && CompositeText.read(now.definition()).isPresent();
    return composite
        ? redefined(now, CompositeText.inOrderOf(between(old, now).definition(), now.definition()))
        : now;
  }

  private static Opaque redefined(Opaque type, String definition) {
    return new Opaque(type.name(), type.objectKind(), definition, type.removal(), type.leansOn());
  }

  /**
   * The type, in words of which nothing can be changed in place, so that it is made anew where
   * PostgreSQL would let no column of it stand.
   */
  public static Opaque remade(Opaque type) {
    return new Opaque(
        type.name(),
        type.objectKind(),
        type.definition().replaceFirst("^CREATE (TYPE|DOMAIN) ", "CREATE $1\n\t"),
        type.removal(),
        type.leansOn());
  }

  /** Whose it is, is said apart. */
  private static String freed(Opaque old, String change) {
    return old.objectKind().equals(SERIAL_SEQUENCE) ? change + " OWNED BY NONE" : change;
  }

  /** A function is overwritten in place as long as only its body changes. */
  private static boolean overwrites(Opaque old, Opaque now) {
    return now.definition().startsWith("CREATE OR REPLACE")
        && head(old.definition()).equals(head(now.definition()));
  }

  private static String head(String definition) {
    int body = definition.indexOf("\nAS ");
    return body < 0 ? definition : definition.substring(0, body);
  }
}
