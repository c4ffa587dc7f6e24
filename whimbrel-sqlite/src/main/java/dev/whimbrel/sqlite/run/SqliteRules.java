package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.StatementRules;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What SQLite refuses in a transaction. A script that commits in order to switch foreign keys off
 * need not: they are off from the beginning, and all of it is one transaction.
 */
public final class SqliteRules implements StatementRules {
  /** In so many words a statement has said of what kind it is: {@code ROLLBACK … TO} in five. */
  private static final int WORDS = 8;

  /** Settings that a transaction refuses, or that have no effect in one. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "journal_mode",
          "synchronous",
          "locking_mode",
          "wal_checkpoint",
          "incremental_vacuum",
          "auto_vacuum",
          "page_size",
          "encoding",
          "temp_store");

  @Override
  public Mode mode(SqlStatement statement) {
    List<Token> tokens = Tokenizer.beginning(statement.sql(), WORDS);
    return switch (tokens.getFirst().text().toUpperCase(Locale.ROOT)) {
      case "BEGIN", "COMMIT", "END" -> new Mode.Needless();
      case "ROLLBACK" -> rollBack(tokens);
      case "VACUUM", "DETACH" -> new Mode.Outside();
      case "PRAGMA" -> pragma(tokens);
      case "." ->
          new Mode.Refused(
              "It is a command of SQLite's shell, which the library does not know. Take the line"
                  + " out, or say it in SQL.");
      default -> new Mode.Inside();
    };
  }

  /** What the shell's dumps say of tables that SQLite keeps by itself. */
  @Override
  public boolean idle(SqlStatement statement) {
    List<Token> tokens = Tokenizer.beginning(statement.sql(), WORDS);
    boolean opens =
        tokens.size() > 2
            && Set.of("CREATE TABLE", "INSERT INTO", "DELETE FROM")
                .contains(
                    (tokens.get(0).text() + " " + tokens.get(1).text()).toUpperCase(Locale.ROOT));
    return opens
        && (tokens.get(2).key().equals("sqlite_sequence")
            || tokens.get(2).key().startsWith("sqlite_stat"));
  }

  private static Mode rollBack(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.is("TO"))
        ? new Mode.Inside()
        : new Mode.Refused(
            "It would take back what the migration did before it. Take it out, or use savepoints.");
  }

  private static Mode pragma(List<Token> tokens) {
    int name = tokens.size() > 3 && tokens.get(2).is(".") ? 3 : 1;
    boolean outside = name < tokens.size() && OUTSIDE.contains(tokens.get(name).key());
    return outside ? new Mode.Outside() : new Mode.Inside();
  }
}
