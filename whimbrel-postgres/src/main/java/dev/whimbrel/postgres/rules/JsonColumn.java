package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A column of type json comes, which knows no equality. */
public final class JsonColumn implements ColumnRule {
  @Override
  public String id() {
    return "add-json-column";
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {

    return column.plainType().equals("json")
        ? Optional.of(
            Danger.phased(
                "%s.%s is json, which cannot be compared".formatted(table, column.name()),
                "SELECT DISTINCT and GROUP BY over the row fail from then on",
                "make it jsonb: " + column.name() + " jsonb"))
        : Optional.empty();
  }
}
