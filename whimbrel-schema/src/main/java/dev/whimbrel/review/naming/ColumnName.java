package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.ColumnRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;

/** A column that is called otherwise than the project calls columns. */
record ColumnName(NameCase wanted) implements ColumnRule {
  @Override
  public String id() {
    return "column-name";
  }

  @Override
  public boolean looksAtTypes() {
    return false;
  }

  @Override
  public Optional<Danger> judge(NewColumn column, String table, boolean key) {
    return wanted.holds(column.name())
        ? Optional.empty()
        : Optional.of(
            Danger.advice(
                "the column %s.%s is not written as %s"
                    .formatted(table, column.name(), wanted.word()),
                "nothing: it is about those who read the names",
                "call it otherwise, or say how columns are called here: conventions.columns"));
  }
}
