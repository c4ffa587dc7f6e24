package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Schema;
import java.util.List;

/** Puts a change into SQL. */
@FunctionalInterface
public interface Renderer {
  /**
   * The statements of a change, in order.
   *
   * @param before the schema at the start of the plan with its renames done: what is there to be
   *     looked up, such as the columns that use a type
   */
  List<Statement> render(Change change, Schema before);

  /** The renderer for a plan of these changes, where one change needs to know of another. */
  default Renderer within(List<Change> changes) {
    return this;
  }

  /**
   * The renderer for changes that make way for one of the plan on its way back, and are told with
   * the schema as it is then.
   */
  default Renderer along(List<Change> changes) {
    return this;
  }
}
