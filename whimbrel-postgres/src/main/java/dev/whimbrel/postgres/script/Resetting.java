package dev.whimbrel.postgres.script;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.postgres.spell.Identifier;
import java.util.List;
import java.util.stream.Stream;

/** Finds the statement that puts back what another one set for the session. */
public final class Resetting {
  private Resetting() {}

  /** The statement, if this one is a setting. */
  public static Stream<String> of(SqlStatement setting) {
    List<Token> tokens = Lexer.tokens(setting.sql());
    return switch (tokens.getFirst().value()) {
      case "set" -> ofSet(tokens);
      case "select" -> configured(tokens);
      default -> Stream.empty();
    };
  }

  private static Stream<String> ofSet(List<Token> tokens) {
    int at = tokens.size() > 3 && tokens.get(1).is("session") ? 2 : 1;
    return switch (at < tokens.size() ? tokens.get(at).value() : "") {
      case "" -> Stream.empty();
      case "role" -> Stream.of("RESET ROLE");
      case "authorization" -> Stream.of("RESET SESSION AUTHORIZATION");
      case "characteristics" -> Stream.of("RESET default_transaction_isolation");
      case "time" -> Stream.of("RESET TIME ZONE");
      case "names" -> Stream.of("RESET client_encoding");
      case "schema" -> Stream.of("RESET search_path");
      default -> Stream.of("RESET " + name(tokens, at));
    };
  }

  /** Extensions have settings with a dot in their names. */
  private static String name(List<Token> tokens, int at) {
    boolean dotted = at + 2 < tokens.size() && tokens.get(at + 1).is(".");
    String first = Identifier.quoted(tokens.get(at).value());
    return dotted ? first + "." + Identifier.quoted(tokens.get(at + 2).value()) : first;
  }

  private static Stream<String> configured(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == Token.Kind.STRING)
        .limit(1)
        .map(token -> "RESET " + token.value());
  }
}
