package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A whole number that may become too small. */
public final class SmallNumber implements ColumnRule {
  @Override
  public String id() {
    return "prefer-bigint";
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {

    return column.plainType().matches("int|integer|int[24]|smallint|(small)?serial[24]?")
        ? Optional.of(
            Danger.advice(
                "%s.%s is %s".formatted(table, column.name(), column.type()),
                "a key that is full stops all inserts, and widening it rewrites the table",
                "bigint"))
        : Optional.empty();
  }
}
