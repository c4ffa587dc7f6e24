package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Locale;
import java.util.Optional;

/** An index is built anew while everybody waits for it. */
public final class Reindex implements StatementRule {
  @Override
  public String id() {
    return "reindex-not-concurrent";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return statement.deed() instanceof Deed.Reindex reindex
            && !reindex.concurrently()
            && !isMadeHere(reindex, statement, script)
        ? Optional.of(
            Danger.phased(
                "the index is locked while it is built",
                "every query on its table waits, for planning looks at all indexes",
                safe(reindex)))
        : Optional.empty();
  }

  private static boolean isMadeHere(
      Deed.Reindex reindex, ScriptStatement statement, Script script) {
    ObjectName name = ObjectName.of(reindex.name());
    return script.makes(name, statement) || script.makesIndex(name, statement);
  }

  /** The catalogue's own indexes cannot be built while others use them. */
  private static String safe(Deed.Reindex reindex) {
    return reindex.kind().equals("system")
        ? "do it while nobody is there; there is no gentler way"
        : "REINDEX %s CONCURRENTLY %s;"
            .formatted(reindex.kind().toUpperCase(Locale.ROOT), reindex.name());
  }
}
