package dev.whimbrel.schema;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An object that Whimbrel carries without understanding it: compared, kept, reported; never dropped
 * unasked, never ignored.
 *
 * @param name the object as a person would name it: {@code trigger touch on users}
 * @param objectKind what it is: {@code trigger}, {@code extension}, {@code function}
 * @param definition the SQL that makes it, without a closing semicolon
 * @param removal the SQL that takes it away
 * @param leansOn the objects it cannot be without; none means that it comes before the tables
 */
public record Opaque(
    ObjectName name, String objectKind, String definition, String removal, Set<ObjectName> leansOn)
    implements SchemaObject {
  /**
   * What {@link #objectKind} says of a name that a database left as it was when something else was
   * renamed.
   */
  public static final String LEFT_OVER = "left over name";

  private static final Pattern MEMBERS = Pattern.compile("(?s)(.*? AS )\\((.*)\\)");

  /** Up to a comma that stands neither in parentheses nor in quotes. */
  private static final Pattern MEMBER =
      Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\([^()]*\\)|[^,\"'()])+");

  public Opaque {
    leansOn = Set.copyOf(leansOn);
  }

  /** Whether it is a type of the same members as another form of it, in another order. */
  public boolean isReordered(Opaque other) {
    return objectKind.equals("type")
        && !definition.equals(other.definition)
        && members().stream().sorted().toList().equals(other.members().stream().sorted().toList());
  }

  /** What stands between the parentheses of a type, in its order. */
  public List<String> members() {
    var type = MEMBERS.matcher(definition);
    return type.matches()
        ? MEMBER.matcher(type.group(2)).results().map(each -> each.group().strip()).toList()
        : List.of(definition);
  }

  /** Whether it is only a name that a rename left behind: carried, and no difference by itself. */
  public boolean isLeftOver() {
    return objectKind.equals(LEFT_OVER);
  }

  /** Whether it is such a name of a part of a table that is in this schema as well. */
  public boolean isLeftOverIn(Schema schema) {
    return isLeftOver()
        && leansOn.stream()
            .allMatch(
                each -> schema.findTable(each).isPresent() || parts(schema).contains(each.name()))
        && parts(schema).stream().anyMatch(part -> name.name().endsWith("." + part));
  }

  private Set<String> parts(Schema schema) {
    return leansOn.stream()
        .flatMap(each -> schema.findTable(each).stream())
        .flatMap(Opaque::parts)
        .collect(toSet());
  }

  private static Stream<String> parts(Table table) {
    return Stream.of(
            table.columns().stream().map(Column::name),
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(Index::name))
        .flatMap(names -> names);
  }
}
