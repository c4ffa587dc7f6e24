package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of a script, with the questions that rules ask about them.
 *
 * @param text all of it, comments too
 * @param transactional whether it runs in one transaction where it does not say otherwise
 */
public record Script(String text, List<ScriptStatement> statements, boolean transactional) {
  public Script {
    statements = List.copyOf(statements);
  }

  public Stream<ScriptStatement> before(ScriptStatement statement) {
    return statements.stream().takeWhile(each -> each.start() < statement.start());
  }

  public Stream<ScriptStatement> after(ScriptStatement statement) {
    return statements.stream().dropWhile(each -> each.start() <= statement.start());
  }

  /** Whether an earlier statement made the table, so that nobody can be using it. */
  public boolean makes(ObjectName table, ScriptStatement before) {
    return MadeTables.of(before(before)).contains(table);
  }

  /** The columns of each index that the script makes for a table, anywhere. */
  public Stream<List<String>> indexes(ObjectName table) {
    return statements.stream().flatMap(each -> each.deed().indexes(table));
  }

  /** Whether an earlier statement made the index, on a table that was made here as well. */
  public boolean makesIndex(ObjectName index, ScriptStatement before) {
    return before(before)
        .map(ScriptStatement::deed)
        .anyMatch(deed ->
            deed instanceof Deed.CreateIndex made
                && made.name().equals(index.name())
                && makes(made.table(), before));
  }

  /** Whether a transaction is open when the statement begins. */
  public boolean inTransaction(ScriptStatement statement) {
    boolean open = transactional;
    for (ScriptStatement each : before(statement).toList()) {
      if (each.deed() instanceof Deed.Control(String command)) {
        open = opens(command) || (open && !closes(command));
      }
    }
    return open;
  }

  /** The statements before it that belong to the same transaction. */
  public List<ScriptStatement> sameTransaction(ScriptStatement statement) {
    return before(statement).toList().reversed().stream()
        .takeWhile(each -> !(each.deed() instanceof Deed.Control))
        .toList()
        .reversed();
  }

  /** Whether a setting of this name holds when the statement begins. */
  public boolean sets(String name, ScriptStatement before) {
    return new Settings(name).holdsAfter(before(before).toList());
  }

  public static boolean opens(String command) {
    return command.equals("begin");
  }

  public static boolean closes(String command) {
    return command.equals("commit") || command.equals("rollback");
  }
}
