package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.Aftermath;
import dev.whimbrel.dialect.CrashInquiry;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.postgres.script.Lexer;
import dev.whimbrel.postgres.script.Token;
import java.util.List;

/** Finds in the catalogue what a statement outside of a transaction came to. */
public final class PostgresInquiry implements CrashInquiry {
  private static final Aftermath AGAIN = new Aftermath.Again(List.of());
  private static final Aftermath DONE = new Aftermath.Done(List.of());

  @Override
  public Aftermath aftermath(Session session, SqlStatement statement) {
    List<Token> tokens = Lexer.tokens(statement.sql());
    return switch (tokens.getFirst().value()) {
      case "create" -> created(session, statement, tokens);
      case "drop" -> dropped(session, tokens);
      case "reindex" -> reindexed(session);
      case "alter" -> has(tokens, "detach") ? detached(session, statement, tokens) : AGAIN;
      default -> AGAIN;
    };
  }

  private static Aftermath created(Session session, SqlStatement statement, List<Token> tokens) {
    return switch (tokens.get(1).value()) {
      case "index", "unique" ->
          has(tokens, "concurrently")
              ? new IndexInquiry(session, IndexStatement.of(statement.sql())).aftermath()
              : AGAIN;
      case "database", "tablespace", "subscription" -> isThere(session, tokens) ? DONE : AGAIN;
      default -> AGAIN;
    };
  }

  private static Aftermath dropped(Session session, List<Token> tokens) {
    return switch (tokens.get(1).value()) {
      case "database", "tablespace", "subscription" -> isThere(session, tokens) ? AGAIN : DONE;
      case "index" ->
          session
                  .query("SELECT to_regclass(?) IS NOT NULL AS there", lastName(tokens))
                  .getFirst()
                  .flag("there")
              ? AGAIN
              : DONE;
      default -> AGAIN;
    };
  }

  /** What a rebuild that was cut off leaves behind has names of the server's own making. */
  private static Aftermath reindexed(Session session) {
    return new Aftermath.Again(
        session
            .query(
                """
                SELECT 'DROP INDEX CONCURRENTLY ' || quote_ident(n.nspname) || '.'
                  || quote_ident(c.relname) AS removal
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
                  AND n.nspname <> 'pg_toast'
                """)
            .stream()
            .map(row -> row.text("removal"))
            .toList());
  }

  /** A partition may be on its way out, and can then only go on. */
  private static Aftermath detached(Session session, SqlStatement statement, List<Token> tokens) {
    String sql = statement.sql();
    int mark = after(tokens, "partition");
    String part = name(tokens, mark);
    var states =
        session.query(
            "SELECT inhdetachpending AS pending FROM pg_inherits WHERE inhrelid = to_regclass(?)",
            part);
    if (states.isEmpty()) {
      return DONE;
    }
    String head = sql.substring(0, tokens.get(mark - 2).start());
    return states.getFirst().flag("pending")
        ? new Aftermath.Done(List.of(head + "DETACH PARTITION " + part + " FINALIZE"))
        : AGAIN;
  }

  private static boolean isThere(Session session, List<Token> tokens) {
    String kind = tokens.get(1).value();
    String catalogue = kind.equals("tablespace") ? "pg_tablespace" : "pg_" + kind;
    String column =
        switch (kind) {
          case "database" -> "datname";
          case "tablespace" -> "spcname";
          default -> "subname";
        };
    int at = tokens.get(2).is("if") ? after(tokens, "exists") : 2;
    return !session
        .query(
            "SELECT 1 AS present FROM %s WHERE %s = ?".formatted(catalogue, column),
            tokens.get(at).value())
        .isEmpty();
  }

  private static String lastName(List<Token> tokens) {
    int at = tokens.get(3).is("if") ? after(tokens, "exists") : 3;
    return name(tokens, at);
  }

  /** A name as it is written, with its namespace. */
  private static String name(List<Token> tokens, int at) {
    boolean dotted = at + 2 < tokens.size() && tokens.get(at + 1).is(".");
    return dotted ? tokens.get(at).text() + "." + tokens.get(at + 2).text() : tokens.get(at).text();
  }

  private static int after(List<Token> tokens, String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no " + word + " in the statement");
  }

  private static boolean has(List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }
}
