package dev.whimbrel.schema;

import java.util.Set;

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

  public Opaque {
    leansOn = Set.copyOf(leansOn);
  }

  /** Whether it is only a name that a rename left behind: carried, and no difference by itself. */
  public boolean isLeftOver() {
    return objectKind.equals(LEFT_OVER);
  }

  /** Whether it is such a name of a column that is in this schema as well. */
  public boolean isLeftOverIn(Schema schema) {
    return isLeftOver()
        && leansOn.stream()
            .flatMap(table -> schema.findTable(table).stream())
            .anyMatch(table ->
                table.columns().stream()
                    .anyMatch(column -> name.name().endsWith("." + column.name())));
  }
}
