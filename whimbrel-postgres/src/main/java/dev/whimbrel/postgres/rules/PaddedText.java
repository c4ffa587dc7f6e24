package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A text that is filled up with blanks. */
public final class PaddedText implements ColumnRule {
  @Override
  public String id() {
    return "no-char";
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {

    return column.plainType().matches("(national )?char(acter)?|bpchar|nchar")
        ? Optional.of(
            Danger.advice(
                "%s.%s is %s, filled up with blanks".formatted(table, column.name(), column.type()),
                "comparisons and lengths surprise, and it saves nothing",
                "text"))
        : Optional.empty();
  }
}
