package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A time that does not say where. */
public final class LocalTime implements ColumnRule {
  @Override
  public String id() {
    return "prefer-timestamptz";
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {

    return column.type().matches("timestamp( *\\(.*\\))?( without time zone)?( *\\[.*)?")
        ? Optional.of(
            Danger.advice(
                "%s.%s does not say in which time zone".formatted(table, column.name()),
                "readers in another zone take it for another moment",
                "timestamptz"))
        : Optional.empty();
  }
}
