package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Locale;
import java.util.Optional;

/** A table gets another name under the feet of running code. */
public final class RenameTable implements ActionRule {
  @Override
  public String id() {
    return "rename-table";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {
    return action instanceof Action.RenameTable(String to)
            && isRead(statement.deed())
            && !swapsIn(table, statement, script)
        ? Optional.of(
            Danger.phased(
                "%s is called %s from then on".formatted(table, to),
                "code that still says " + table + " fails at once",
                "ALTER TABLE %s RENAME TO %s;\nCREATE VIEW %s AS SELECT * FROM %s; -- in the same transaction"
                    .formatted(table, to, table, to)))
        : Optional.empty();
  }

  /** Code names tables and views; what it does with indexes and sequences it does through them. */
  private static boolean isRead(Deed deed) {
    return deed instanceof Deed.Alter alter
        && !alter.kind().equals("index")
        && !alter.kind().equals("sequence");
  }

  /** A view of the old name in the same script keeps old code alive. */
  private static boolean swapsIn(String table, ScriptStatement statement, Script script) {
    return script
        .after(statement)
        .map(each -> each.sql().toLowerCase(Locale.ROOT).replaceAll("[\\s\"]+", " "))
        .anyMatch(sql -> sql.matches("create (or replace )?view (public\\.)?" + table + "\\b.*"));
  }
}
