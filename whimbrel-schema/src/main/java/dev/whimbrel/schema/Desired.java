package dev.whimbrel.schema;

import java.util.List;

/**
 * What a source asks for.
 *
 * @param schema the shape that is wanted
 * @param renames which of its parts are older ones under a new name
 */
public record Desired(Schema schema, List<RenameHint> renames) {
  public Desired {
    renames = List.copyOf(renames);
  }
}
