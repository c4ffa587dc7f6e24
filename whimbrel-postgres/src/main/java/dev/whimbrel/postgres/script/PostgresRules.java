package dev.whimbrel.postgres.script;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.StatementRules;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What PostgreSQL refuses in a transaction, what ends one, and what outlives it. */
public final class PostgresRules implements StatementRules {
  private static final Mode TAKES_BACK =
      new Mode.Refused(
          "It would take back what the migration did before it. Take it out, or use savepoints.");
  private static final Mode TWO_PHASES =
      new Mode.Refused("A migration's transaction cannot be left to somebody else to commit.");
  private static final Mode LETS_GO =
      new Mode.Refused("It would let go of the lock that keeps two runs apart. Take it out.");

  @Override
  public Mode mode(SqlStatement statement) {
    List<Token> tokens = Lexer.tokens(statement.sql());
    if (tokens.stream().anyMatch(token -> token.is("pg_advisory_unlock_all"))) {
      return LETS_GO;
    }
    return switch (tokens.getFirst().value()) {
      case "begin" -> begin(tokens, 1);
      case "start" -> begin(tokens, 2);
      case "commit", "end" -> at(tokens, 1, "prepared") ? TWO_PHASES : new Mode.Commit();
      case "rollback" -> rollBack(tokens);
      case "abort" -> TAKES_BACK;
      case "prepare" -> at(tokens, 1, "transaction") ? TWO_PHASES : new Mode.Setting();
      case "discard" -> at(tokens, 1, "all") ? LETS_GO : new Mode.Inside();
      case "set" -> set(tokens);
      case "reset", "load" -> new Mode.Setting();
      case "select" -> setsConfiguration(tokens) ? new Mode.Setting() : new Mode.Inside();
      default -> tokens.getFirst().kind() == Token.Kind.COMMAND ? command(tokens) : byKind(tokens);
    };
  }

  @Override
  public boolean idle(SqlStatement statement) {
    List<Token> tokens = Lexer.tokens(statement.sql());
    Token first = tokens.getFirst();
    return first.kind() == Token.Kind.COMMAND
        ? new PsqlLine(first.text()).idle()
        : isAboutWhole(tokens);
  }

  @Override
  public List<String> resets(SqlStatement setting) {
    return Resetting.of(setting).toList();
  }

  /** What a dump says of the database itself, and what is for a server and not for a database. */
  private static boolean isAboutWhole(List<Token> tokens) {
    return switch (tokens.getFirst().value()) {
      case "create", "alter", "drop" -> atAny(tokens, 1, "database", "system");
      case "comment" -> at(tokens, 2, "database");
      case "grant", "revoke" -> pair(tokens, "on", "database");
      default -> false;
    };
  }

  private static boolean pair(List<Token> tokens, String first, String second) {
    return IntStream.range(0, tokens.size())
        .anyMatch(i -> at(tokens, i, first) && at(tokens, i + 1, second));
  }

  private static Mode byKind(List<Token> tokens) {
    return isOutside(tokens) ? new Mode.Outside() : new Mode.Inside();
  }

  private static Mode begin(List<Token> tokens, int next) {
    boolean plain =
        tokens.size() == next || (tokens.size() == 2 && atAny(tokens, 1, "work", "transaction"));
    return plain
        ? new Mode.Needless()
        : new Mode.Refused(
            "A migration is in a transaction already. Write SET TRANSACTION … as its first"
                + " statement instead.");
  }

  private static Mode rollBack(List<Token> tokens) {
    int next = atAny(tokens, 1, "work", "transaction") ? 2 : 1;
    if (at(tokens, 1, "prepared")) {
      return TWO_PHASES;
    }
    return at(tokens, next, "to") ? new Mode.Inside() : TAKES_BACK;
  }

  private static Mode set(List<Token> tokens) {
    return atAny(tokens, 1, "local", "transaction", "constraints")
        ? new Mode.Inside()
        : new Mode.Setting();
  }

  private static boolean setsConfiguration(List<Token> tokens) {
    int name = at(tokens, 2, ".") ? 3 : 1;
    return at(tokens, name, "set_config");
  }

  /**
   * What pg_dump writes around its text so that psql runs nothing else says nothing to a server.
   */
  private static Mode command(List<Token> tokens) {
    String text = tokens.getFirst().text();
    return text.startsWith("\\restrict ") || text.startsWith("\\unrestrict ")
        ? new Mode.Needless()
        : new Mode.Refused(
            "It is a command of psql, which the server does not know. Take the line out, or say it"
                + " in SQL.");
  }

  private static boolean isOutside(List<Token> tokens) {
    return switch (tokens.getFirst().value()) {
      case "vacuum" -> true;
      case "create" ->
          buildsConcurrently(tokens) || atAny(tokens, 1, "database", "tablespace", "subscription");
      case "drop" ->
          (at(tokens, 1, "index") && at(tokens, 2, "concurrently"))
              || atAny(tokens, 1, "database", "tablespace", "subscription");
      case "reindex" ->
          has(tokens, "concurrently") || atAny(tokens, 1, "database", "system", "schema");
      case "alter" -> altersOutside(tokens);
      case "cluster" -> tokens.size() == 1 || (tokens.size() == 2 && at(tokens, 1, "verbose"));
      default -> false;
    };
  }

  private static boolean buildsConcurrently(List<Token> tokens) {
    int index = at(tokens, 1, "unique") ? 2 : 1;
    return at(tokens, index, "index") && at(tokens, index + 1, "concurrently");
  }

  private static boolean altersOutside(List<Token> tokens) {
    return switch (tokens.size() > 1 ? tokens.get(1).value() : "") {
      case "system" -> true;
      case "table" ->
          has(tokens, "detach") && (has(tokens, "concurrently") || has(tokens, "finalize"));
      case "database" -> at(tokens, 3, "set") && at(tokens, 4, "tablespace");
      case "subscription" -> has(tokens, "refresh");
      default -> false;
    };
  }

  private static boolean has(List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }

  private static boolean at(List<Token> tokens, int index, String word) {
    return index < tokens.size() && tokens.get(index).is(word);
  }

  private static boolean atAny(List<Token> tokens, int index, String... words) {
    return index < tokens.size() && Set.of(words).contains(tokens.get(index).value());
  }
}
