package dev.whimbrel.schema;

import java.util.List;

/**
 * What a source asks for.
 *
 * @param schema the shape that is wanted
 * @param renames which of its parts are older ones under a new name
 * @param conversions how values become those of another type
 */
public record Desired(Schema schema, List<RenameHint> renames, List<Conversion> conversions) {
  public Desired {
    renames = List.copyOf(renames);
    conversions = List.copyOf(conversions);
  }

  /** A schema of which its source says nothing more. */
  public static Desired of(Schema schema) {
    return new Desired(schema, List.of(), List.of());
  }
}
