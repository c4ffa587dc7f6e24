package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as a statement declares it.
 *
 * @param name empty where it has none
 * @param columns those it looks at, where it names them
 * @param references the table that a foreign key points to
 * @param index the index that it is to use
 * @param text as it is written, from its kind on
 */
public record NewConstraint(
    Kind kind,
    String name,
    List<String> columns,
    Optional<ObjectName> references,
    Optional<String> index,
    boolean notValid,
    boolean cascades,
    String text) {
  public NewConstraint {
    columns = List.copyOf(columns);
  }

  /** What a constraint can be. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUDE,
    NOT_NULL
  }

  /** Whether no two rows may have the same, for which the database keeps an index. */
  public boolean isKey() {
    return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
  }
}
