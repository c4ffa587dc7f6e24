package dev.whimbrel.diff;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Schema;
import java.util.List;

/**
 * Tells a rename from a drop and an add: from hints in the source, from a person, or not at all.
 */
@FunctionalInterface
public interface RenameResolver {
  /** Renames of tables first, then of columns within tables under their new names. */
  List<Change> renames(Schema from, Schema to);

  /** Takes nothing for a rename. */
  static RenameResolver none() {
    return (from, to) -> List.of();
  }
}
