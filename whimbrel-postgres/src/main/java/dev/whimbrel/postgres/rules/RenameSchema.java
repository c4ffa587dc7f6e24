package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A schema gets another name under the feet of running code. */
public final class RenameSchema implements StatementRule {
  @Override
  public String id() {
    return "rename-schema";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Rename rename && rename.kind().equals("schema")
        ? Optional.of(
            Danger.phased(
                "everything in " + rename.from() + " is called otherwise from then on",
                "code and search_path that still say " + rename.from() + " fail at once",
                "make the new schema with views on the old tables, move the code, then rename"))
        : Optional.empty();
  }
}
