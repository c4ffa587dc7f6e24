package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Map;
import java.util.Optional;

/** An index that is called otherwise than the project calls indexes. */
record IndexName(NameTemplate plain, NameTemplate unique, AdvisedSql sql) implements StatementRule {
  @Override
  public String id() {
    return "index-name";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    if (!(statement.deed() instanceof Deed.CreateIndex index) || index.name().isEmpty()) {
      return Optional.empty();
    }
    NameTemplate wanted = index.unique() ? unique : plain;
    Map<String, String> words =
        Map.of("table", index.table().name(), "columns", String.join("_", index.columns()));
    return wanted.fits(index.name(), words)
        ? Optional.empty()
        : Optional.of(
            Danger.advice(
                "the index %s is not called as %s".formatted(index.name(), wanted.text()),
                "nothing: it is about those who read the names",
                sql.renaming(
                    "ALTER INDEX %s RENAME"
                        .formatted(sql.name(index.table().sibling(index.name()))),
                    wanted.example(words))));
  }
}
