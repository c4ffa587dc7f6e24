package dev.whimbrel.postgres.script;

import dev.whimbrel.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way through a script, from front to back. */
final class ScriptReading {
  private final String script;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<String> firstWords = new ArrayList<>();
  private int at;
  private int start = -1;
  private int end;
  private int parentheses;
  private int blocks;

  ScriptReading(String script) {
    this.script = script;
  }

  List<SqlStatement> statements() {
    while (at < script.length()) {
      step();
    }
    finish();
    return statements;
  }

  private void step() {
    char c = script.charAt(at);
    if (Character.isWhitespace(c) || c == '\ufeff') {
      at++;
    } else if (script.startsWith("--", at)) {
      at = orEnd(script.indexOf('\n', at));
    } else if (c == '\\' && start < 0) {
      at = new PsqlLine(script, at, lineOf(at)).end();
    } else if (script.startsWith("/*", at)) {
      at = afterComment();
    } else if (c == ';' && parentheses == 0 && blocks == 0) {
      finish();
      at++;
    } else {
      token(c);
    }
  }

  private void token(char c) {
    if (start < 0) {
      start = at;
    }
    int from = at;
    at =
        switch (c) {
          case '\'' -> afterQuote('\'', escapes());
          case '"' -> afterQuote('"', false);
          case '$' -> afterDollar();
          case '(' -> {
            parentheses++;
            yield at + 1;
          }
          case ')' -> {
            parentheses = Math.max(0, parentheses - 1);
            yield at + 1;
          }
          default -> wordStart(c) ? afterWord() : at + 1;
        };
    end = at;
    if (wordStart(c)) {
      word(script.substring(from, at).toLowerCase(Locale.ROOT));
    }
  }

  private void finish() {
    if (start >= 0) {
      statements.add(new SqlStatement(script.substring(start, end), lineOf(start)));
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
    firstWords.clear();
  }

  /** Bodies in standard SQL, {@code BEGIN ATOMIC … END}, have semicolons of their own. */
  private void word(String word) {
    if (firstWords.size() < 4) {
      firstWords.add(word);
    }
    if (parentheses > 0 || !makesFunction()) {
      return;
    }
    switch (word) {
      case "begin" -> blocks++;
      case "case" -> blocks += blocks > 0 ? 1 : 0;
      case "end" -> blocks -= blocks > 0 ? 1 : 0;
      default -> {}
    }
  }

  private boolean makesFunction() {
    String words = String.join(" ", firstWords);
    return words.matches("create (or replace )?(function|procedure)\\b.*");
  }

  private boolean escapes() {
    boolean marked = at > 0 && "eE".indexOf(script.charAt(at - 1)) >= 0;
    return marked && (at < 2 || !wordPart(script.charAt(at - 2)));
  }

  private int afterQuote(char quote, boolean escapes) {
    for (int i = at + 1; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return script.length();
  }

  private int afterDollar() {
    int close = at + 1;
    while (close < script.length()
        && wordPart(script.charAt(close))
        && script.charAt(close) != '$') {
      close++;
    }
    boolean tag =
        close < script.length()
            && script.charAt(close) == '$'
            && (close == at + 1 || !Character.isDigit(script.charAt(at + 1)));
    if (!tag) {
      return at + 1;
    }
    String mark = script.substring(at, close + 1);
    int found = script.indexOf(mark, close + 1);
    return found < 0 ? script.length() : found + mark.length();
  }

  private int afterComment() {
    int depth = 0;
    for (int i = at; i < script.length(); i++) {
      if (script.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (script.startsWith("*/", i)) {
        depth--;
        i++;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return script.length();
  }

  private int afterWord() {
    int i = at;
    while (i < script.length() && wordPart(script.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean wordStart(char c) {
    return c == '_' || Character.isLetter(c) || c > 127;
  }

  private static boolean wordPart(char c) {
    return wordStart(c) || c == '$' || (c >= '0' && c <= '9');
  }

  private int orEnd(int index) {
    return index < 0 ? script.length() : index;
  }

  private int lineOf(int position) {
    return 1 + (int) script.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
