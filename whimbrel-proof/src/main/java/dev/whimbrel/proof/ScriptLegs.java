package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;

/** Takes a script apart into what is committed at once. */
record ScriptLegs(Dialect dialect) {
  /** All statements in their order; one that stands outside of a transaction is a leg by itself. */
  List<List<ScriptStatement>> of(Script script) {
    var legs = new ArrayList<List<ScriptStatement>>();
    boolean goesOn = false;
    for (ScriptStatement each : script.statements()) {
      Mode mode = dialect.statementRules().mode(new SqlStatement(each.sql(), each.line()));
      if (!goesOn || mode instanceof Mode.Outside) {
        legs.add(new ArrayList<>());
      }
      legs.getLast().add(each);
      goesOn = !(mode instanceof Mode.Outside || mode instanceof Mode.Commit);
    }
    return legs;
  }
}
