package dev.whimbrel.postgres.spell;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of the index that a partition has behind one of the table it is a partition of, where it
 * is not the one that PostgreSQL gives.
 *
 * @param parent the uppermost table
 * @param index the name of its index
 * @param name what the partition's is called
 * @param usual what PostgreSQL would call it
 */
public record PartitionIndexName(
    ObjectName partition, ObjectName parent, String index, String name, String usual) {
  /** What {@link Opaque#objectKind} says where a person chose the name. */
  public static final String KIND = "partition index name";

  private static final String SUBJECT = "index behind ";
  private static final String MADE_BY_SERVER = "(?s).+_(idx|key|pkey|excl)\\d*";
  private static final Pattern CAST = Pattern.compile("(?s)(.*)::[\\w \"]+");
  private static final Pattern CALL = Pattern.compile("(?s)(?:[\\w\"]+\\.)?(\\w+|\"[^\"]+\")\\(.*");

  /** The words that make it so; absent where the server makes it so by itself. */
  public Optional<Opaque> opaque() {
    return name.matches(Pattern.quote(usual.replaceAll("\\d+$", "")) + "\\d*")
        ? Optional.empty()
        : Optional.of(
            new Opaque(
                words(partition, index),
                name.matches(MADE_BY_SERVER) ? Opaque.LEFT_OVER : KIND,
                rename(usual, name),
                rename(name, usual),
                Set.of(partition, parent, parent.sibling(index))));
  }

  private String rename(String from, String to) {
    return "ALTER INDEX " + quoted(partition.sibling(from)) + " RENAME TO " + quoted(to);
  }

  private static ObjectName words(ObjectName partition, String index) {
    return partition.sibling(SUBJECT + partition.name() + "." + index);
  }

  /** Whether an object is such a name. */
  public static boolean is(Opaque object) {
    return object.name().name().startsWith(SUBJECT);
  }

  /** The partition whose index has such a name. */
  public static Optional<ObjectName> partition(Opaque object) {
    return object.leansOn().stream()
        .filter(each -> object.name().name().startsWith(SUBJECT + each.name() + "."))
        .filter(each -> each.namespace().equals(object.name().namespace()))
        .findFirst();
  }

  /**
   * The name that nobody chose and that PostgreSQL would not give either, if there is one.
   *
   * @param from where it is
   * @param then where it still counts as no difference
   */
  public static Optional<String> leftOver(
      ObjectName partition, String index, Schema from, Schema then) {
    return from.find(words(partition, index)).stream()
        .flatMap(found -> found instanceof Opaque name ? Stream.of(name) : Stream.empty())
        .filter(name -> name.isLeftOverIn(then))
        .map(name -> name.definition().replaceFirst("(?s)^ALTER INDEX .* RENAME TO \"", ""))
        .map(name -> name.substring(0, name.length() - 1).replace("\"\"", "\""))
        .findFirst();
  }

  /** The name that PostgreSQL gives to an index of a table. */
  public static String usual(ObjectName table, Index index) {
    return usual(
        table,
        Stream.concat(
                index.parts().stream().map(PartitionIndexName::column), index.include().stream())
            .toList(),
        "idx");
  }

  /** The same from the names of all columns, and with what it stands behind. */
  public static String usual(ObjectName table, List<String> columns, String label) {
    String said = label.equals("pkey") ? "" : String.join("_", columns);
    return Identifier.joined(table.name(), said, label);
  }

  /** What PostgreSQL calls a part of an index that has no name by itself. */
  private static String column(Index.Part part) {
    return part.expression() ? figured(part.text()) : part.text();
  }

  private static String figured(String expression) {
    String bare = Text.unwrapped(expression);
    Matcher call = CALL.matcher(bare);
    Matcher cast = CAST.matcher(bare);
    if (Text.call(bare) && call.matches()) {
      return call.group(1).replace("\"", "");
    }
    return cast.matches() ? figured(cast.group(1)) : Identifier.plain(bare) ? bare : "expr";
  }
}
