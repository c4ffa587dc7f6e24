package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table goes, and all that is in it. */
public final class DropTable implements StatementRule {
  @Override
  public String id() {
    return "drop-table";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.Drop drop
            && drop.kind().equals("table")
            && drop.names().stream().anyMatch(name -> !script.makes(name, statement))
        ? Optional.of(danger(drop))
        : Optional.empty();
  }

  private static Danger danger(Deed.Drop drop) {
    String tables = drop.names().stream().map(Object::toString).collect(Collectors.joining(", "));
    return Danger.dangerous(
        "every row of " + tables + " is lost",
        "code that still reads or writes " + tables + " fails from that moment",
        "deploy code that no longer uses it, keep it under another name for a while, back it up,"
            + " and drop it then");
  }
}
