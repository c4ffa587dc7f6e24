package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Schema;
import java.util.List;

/** Says the same changes in other words. Applying the result gives the same schema. */
@FunctionalInterface
public interface Rewrite {
  /**
   * @param changes what is meant; renames come first
   * @param from the schema before the first of them
   */
  List<Change> apply(List<Change> changes, Schema from);
}
