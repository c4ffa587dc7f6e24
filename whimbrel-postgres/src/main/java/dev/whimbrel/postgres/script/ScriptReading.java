package dev.whimbrel.postgres.script;

import dev.whimbrel.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way through a script, from front to back. */
final class ScriptReading {
  private final String script;
  private final Lexer lexer;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<Token> open = new ArrayList<>();
  private int parentheses;
  private int blocks;
  private int line = 1;
  private int counted;

  ScriptReading(String script) {
    this.script = script;
    this.lexer = new Lexer(script);
  }

  List<SqlStatement> statements() {
    while (lexer.hasNext()) {
      take(lexer.next());
    }
    close(Optional.empty());
    return statements;
  }

  private void take(Token token) {
    switch (token.kind()) {
      case COMMENT -> {}
      case BREAKPOINT -> close(Optional.empty());
      case COMMAND -> {
        close(Optional.empty());
        open.add(token);
        close(Optional.empty());
      }
      case WORD, QUOTED, STRING, SYMBOL -> {
        if (token.is(";") && parentheses == 0 && blocks == 0) {
          close(readsRows() ? Optional.of(lexer.rows()) : Optional.empty());
        } else {
          nest(token);
          open.add(token);
        }
      }
    }
  }

  private void close(Optional<String> rows) {
    if (!open.isEmpty()) {
      int start = open.getFirst().start();
      String sql = script.substring(start, open.getLast().end());
      statements.add(new SqlStatement(sql, lineOf(start), rows));
    }
    open.clear();
    parentheses = 0;
    blocks = 0;
  }

  /** Rules and bodies in standard SQL, {@code BEGIN ATOMIC … END}, have semicolons of their own. */
  private void nest(Token token) {
    if (token.is("(")) {
      parentheses++;
    } else if (token.is(")")) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (token.is("atomic") && open.size() > 2 && open.getLast().is("begin")) {
      blocks++;
    } else if (blocks > 0 && token.is("case")) {
      blocks++;
    } else if (blocks > 0 && token.is("end")) {
      blocks--;
    }
  }

  private boolean readsRows() {
    if (open.isEmpty() || !open.getFirst().is("copy")) {
      return false;
    }
    for (int i = 1; i + 1 < open.size(); i++) {
      if (open.get(i).is("from") && open.get(i + 1).is("stdin")) {
        return true;
      }
    }
    return false;
  }

  /** Lines are counted once, since statements come in order. */
  private int lineOf(int position) {
    for (; counted < position; counted++) {
      line += script.charAt(counted) == '\n' ? 1 : 0;
    }
    return line;
  }
}
