package dev.whimbrel.schema;

import java.util.Set;

/**
 * A stored query.
 *
 * @param definition the query, without a closing semicolon, in the database's own spelling
 * @param leansOn the objects it reads, where that is known
 */
public record View(
    ObjectName name, String definition, boolean materialized, Set<ObjectName> leansOn)
    implements SchemaObject {
  public View {
    leansOn = Set.copyOf(leansOn);
  }
}
