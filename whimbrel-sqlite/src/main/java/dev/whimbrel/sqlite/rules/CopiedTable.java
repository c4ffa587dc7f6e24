package dev.whimbrel.sqlite.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table that goes after its rows were copied into one that then takes its name: the way in which
 * SQLite changes what ALTER cannot. It is no loss of rows.
 */
public final class CopiedTable implements StatementRule {
  @Override
  public String id() {
    return "table-rebuild";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return isCopied(statement, script) ? Optional.of(danger(statement)) : Optional.empty();
  }

  /** Whether the statement drops one table only, and that one comes again with its rows. */
  static boolean isCopied(ScriptStatement statement, Script script) {
    return statement.deed() instanceof Deed.Drop drop
        && drop.kind().equals("table")
        && drop.names().size() == 1
        && script
            .after(statement)
            .anyMatch(each -> takesName(each.deed(), drop.names().getFirst(), statement, script));
  }

  private static boolean takesName(
      Deed deed, ObjectName table, ScriptStatement drop, Script script) {
    return deed instanceof Deed.Alter alter
        && script.makes(alter.table(), drop)
        && alter.actions().stream()
            .map(Deed.Placed::action)
            .anyMatch(action ->
                action instanceof Action.RenameTable(String to)
                    && to.equalsIgnoreCase(table.name()))
        && script.before(drop).anyMatch(each -> copies(each, table, alter.table()));
  }

  private static boolean copies(ScriptStatement statement, ObjectName from, ObjectName to) {
    Pattern source =
        Pattern.compile(
            "\\bfrom\\s+[\\[\"`]?" + Pattern.quote(from.name()) + "\\b", Pattern.CASE_INSENSITIVE);
    return statement.deed() instanceof Deed.Write write
        && write.table().equals(to)
        && write.fromQuery()
        && source.matcher(statement.sql()).find();
  }

  private static Danger danger(ScriptStatement statement) {
    ObjectName table = ((Deed.Drop) statement.deed()).names().getFirst();
    return Danger.advice(
        "every row of " + table + " is copied into a new table; others cannot write meanwhile",
        "code that reads a column which is not copied fails, and its values are gone",
        "whimbrel prove tells whether all comes back; on a large table, run it when little is"
            + " written and twice its size is free on the disk");
  }
}
