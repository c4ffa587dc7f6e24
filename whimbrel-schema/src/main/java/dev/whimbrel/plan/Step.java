package dev.whimbrel.plan;

import dev.whimbrel.change.Change;
import java.util.List;

/**
 * One change and the statements that do it.
 *
 * @param change what is done, in this database's own way
 * @param forward the statements, in order
 * @param back how it is taken back
 */
public record Step(Change change, List<Statement> forward, Back back) {
  public Step {
    forward = List.copyOf(forward);
  }

  /** The way back from a step. */
  public sealed interface Back {
    /** Everything is as it was, rows included. */
    record Restores(List<Statement> statements) implements Back {
      public Restores {
        statements = List.copyOf(statements);
      }
    }

    /**
     * The shape is as it was; rows are not.
     *
     * @param lost what does not come back
     */
    record ShapeOnly(List<Statement> statements, String lost) implements Back {
      public ShapeOnly {
        statements = List.copyOf(statements);
      }
    }

    /** There is no way back. */
    record None(String reason) implements Back {}

    /** The statements that lead back, as far as there are any. */
    default List<Statement> sql() {
      return switch (this) {
        case Restores(var statements) -> statements;
        case ShapeOnly(var statements, var lost) -> statements;
        case None(var reason) -> List.of();
      };
    }
  }
}
