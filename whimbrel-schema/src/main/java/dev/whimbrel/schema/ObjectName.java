package dev.whimbrel.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a top-level object; an empty namespace is the default one of the database.
 *
 * <p>An {@link Opaque} object carries its kind in its name ({@code trigger touch on users}), so
 * that a trigger and a table of one name stay apart.
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {
  private static final String QUOTED = "\"(?:[^\"]|\"\")+\"";
  private static final Pattern SPELLED =
      Pattern.compile("(?:(" + QUOTED + "|[^.\"]+)\\.)?(" + QUOTED + "|[^\"]+)");

  /** The name of an object in the default namespace. */
  public static ObjectName of(String name) {
    return new ObjectName("", name);
  }

  /**
   * The name as SQL says it: with a namespace or not, in quotes or not. Those who say {@code
   * public} mean the default one.
   */
  public static ObjectName parse(String text) {
    Matcher spelled = SPELLED.matcher(text);
    if (!spelled.matches()) {
      return of(text);
    }
    String namespace = Optional.ofNullable(spelled.group(1)).map(ObjectName::bare).orElse("");
    return new ObjectName(namespace.equals("public") ? "" : namespace, bare(spelled.group(2)));
  }

  private static String bare(String word) {
    return word.startsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word;
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
