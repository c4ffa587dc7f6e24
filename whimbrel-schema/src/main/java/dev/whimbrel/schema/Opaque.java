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
  public Opaque {
    leansOn = Set.copyOf(leansOn);
  }
}
