package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Splitter;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.history.HistoryEntry;
import java.util.List;
import java.util.regex.Pattern;

/** Makes tasks of scripts, and refuses before anything runs what could not be taken back. */
record Preparation(MigrationDirectory directory, Splitter splitter, Standing standing) {
  private static final Pattern TRANSACTION_COMMAND =
      Pattern.compile(
          "(?:\\s++|--[^\\n]*+(?:\\n|$)|/\\*(?s:.*?)\\*/)*+"
              + "(BEGIN|COMMIT|END|ABORT|START\\s+TRANSACTION|PREPARE\\s+TRANSACTION"
              + "|ROLLBACK(?!\\s+(?:(?:WORK|TRANSACTION)\\s+)?TO\\b))\\b",
          Pattern.CASE_INSENSITIVE);

  Task apply(Migration migration) {
    String file = directory.place(migration.id(), Direction.UP);
    return new Task.Apply(migration, file, statements(migration.up(), file));
  }

  Task takeBack(HistoryEntry applied) {
    Script down = standing.down(applied).orElseThrow(() -> noWayBack(applied.id()));
    String file = directory.place(applied.id(), Direction.DOWN);
    List<SqlStatement> statements = statements(down, file);
    if (statements.isEmpty() && !isEmpty(applied.id())) {
      throw saysNothing(applied.id(), file, down);
    }
    return new Task.TakeBack(applied, down, file, statements);
  }

  /** Whether the migration does nothing, so that doing nothing takes it back. */
  private boolean isEmpty(MigrationId id) {
    Migration migration = standing.migrations().get(id);
    return migration != null && splitter.split(migration.up().sql()).isEmpty();
  }

  private List<SqlStatement> statements(Script script, String file) {
    List<SqlStatement> statements = splitter.split(script.sql());
    statements.forEach(statement -> refuseTransactionCommand(statement, file));
    return statements;
  }

  private static void refuseTransactionCommand(SqlStatement statement, String file) {
    var command = TRANSACTION_COMMAND.matcher(statement.sql());
    if (command.lookingAt()) {
      throw new RunRefusedException(
          ("%s:%d says %s. Each migration runs in a transaction of its own, together with its line"
                  + " in the history, and such a command would cut it in two. Nothing was run."
                  + " Delete the command, then try again.")
              .formatted(file, statement.line(), command.group(1)));
    }
  }

  private static RunRefusedException noWayBack(MigrationId id) {
    return new RunRefusedException(
        ("%s cannot be rolled back: it has no down.sql, and had none when it ran. Nothing was rolled"
                + " back. Write its down.sql, or a new migration that takes it back.")
            .formatted(id));
  }

  private static RunRefusedException saysNothing(MigrationId id, String file, Script down) {
    String words = down.sql().isBlank() ? " " : " It says:\n" + down.sql().strip() + "\n";
    return new RunRefusedException(
        ("%s cannot be rolled back: %s holds no statement.%sNothing was rolled back. Write the"
                + " statements, or a new migration that takes it back.")
            .formatted(id, file, words));
  }
}
