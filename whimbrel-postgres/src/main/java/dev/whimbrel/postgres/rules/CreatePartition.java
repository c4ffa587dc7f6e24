package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;

/** A partition is made within a table that is in use. */
public final class CreatePartition implements StatementRule {
  @Override
  public String id() {
    return "create-partition-of";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateTable made
            && made.words().contains("partition of")
            && script.statements().stream().noneMatch(each -> partitioned(each.deed()))
        ? Optional.of(
            Danger.phased(
                "the whole partitioned table is locked, and its default partition read",
                "nobody can read or write any partition until the transaction ends",
                "CREATE TABLE %1$s (LIKE parent INCLUDING ALL); ALTER TABLE parent ATTACH PARTITION %1$s ...;"
                    .formatted(made.table())))
        : Optional.empty();
  }

  private static boolean partitioned(Deed deed) {
    return deed instanceof Deed.CreateTable made && made.words().contains("partition by");
  }
}
