package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Locale;
import java.util.Optional;

/** A view is made of all columns there are now. */
public final class ViewOfEverything implements StatementRule {
  @Override
  public String id() {
    return "view-select-star";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    String sql = statement.sql().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return sql.matches(
            "create (or replace )?(temp |temporary )?(recursive )?view .* select \\* from .*")
        ? Optional.of(
            Danger.advice(
                "* is written out now: columns that come later are not in the view",
                "readers of the view do not see new columns, and nothing says so",
                "list the columns"))
        : Optional.empty();
  }
}
