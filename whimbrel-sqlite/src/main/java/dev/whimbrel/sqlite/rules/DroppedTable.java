package dev.whimbrel.sqlite.rules;

import dev.whimbrel.review.rules.DropTable;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.stream.Stream;

/** A table goes, and all that is in it, unless it was copied. */
public record DroppedTable(DropTable rule) implements ScriptRule {
  @Override
  public String id() {
    return rule.id();
  }

  @Override
  public Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return CopiedTable.isCopied(statement, script) ? Stream.empty() : rule.check(statement, script);
  }
}
