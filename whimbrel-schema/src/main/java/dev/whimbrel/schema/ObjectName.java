package dev.whimbrel.schema;

/**
 * The name of a top-level object; an empty namespace is the default one of the database.
 *
 * <p>An {@link Opaque} object carries its kind in its name ({@code trigger touch on users}), so
 * that a trigger and a table of one name stay apart.
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

  /** The name of an object in the default namespace. */
  public static ObjectName of(String name) {
    return new ObjectName("", name);
  }

  /** The name in a text, in front of which a namespace may stand with a dot. */
  public static ObjectName parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? of(text) : new ObjectName(text.substring(0, dot), text.substring(dot + 1));
  }

  /** Another name in the same namespace. */
  public ObjectName sibling(String other) {
    return new ObjectName(namespace, other);
  }

  @Override
  public int compareTo(ObjectName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "." + name;
  }
}
