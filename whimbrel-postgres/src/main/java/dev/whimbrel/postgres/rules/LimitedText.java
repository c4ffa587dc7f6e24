package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A text that is limited by its type. */
public final class LimitedText implements ColumnRule {
  @Override
  public String id() {
    return "prefer-text";
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {

    return column
            .type()
            .matches("(varchar|(national )?char(acter)? varying|nchar varying)\\s*\\(.*")
        ? Optional.of(
            Danger.advice(
                "%s.%s is %s".formatted(table, column.name(), column.type()),
                "making it shorter, or longer in an array, rewrites the table",
                "text, with CHECK (length(%s) <= ...)".formatted(column.name())))
        : Optional.empty();
  }
}
