package dev.whimbrel.sqlite.parse;

import dev.whimbrel.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A script that is taken apart as SQLite's own shell does it: at semicolons, but not within a
 * trigger, which ends at {@code ; END ;}. Drizzle's breakpoint ends a statement too.
 */
public final class Script {
  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<Token> open = new ArrayList<>();
  private int line = 1;
  private int counted;

  private Script(String text) {
    this.text = text;
  }

  /** The statements in order, each without its semicolon and the comments before it. */
  public static List<SqlStatement> statements(String text) {
    return new Script(text).split();
  }

  private List<SqlStatement> split() {
    for (Token token : Tokenizer.allTokens(text)) {
      if (token.kind() == Token.Kind.COMMENT) {
        if (token.text().startsWith("--> statement-breakpoint")) {
          close();
        }
      } else if (token.is(";") && !withinTrigger()) {
        close();
      } else {
        open.add(token);
      }
    }
    close();
    return List.copyOf(statements);
  }

  private void close() {
    if (!open.isEmpty()) {
      int start = open.getFirst().start();
      statements.add(new SqlStatement(text.substring(start, open.getLast().end()), lineOf(start)));
      open.clear();
    }
  }

  /** Lines are counted once, since statements come in order. */
  private int lineOf(int position) {
    for (; counted < position; counted++) {
      line += text.charAt(counted) == '\n' ? 1 : 0;
    }
    return line;
  }

  private boolean withinTrigger() {
    if (!opensTrigger()) {
      return false;
    }
    int size = open.size();
    return !(open.get(size - 1).is("END") && open.get(size - 2).is(";"));
  }

  private boolean opensTrigger() {
    int first = wordAt(0, "EXPLAIN") ? wordAt(1, "QUERY") ? 3 : 1 : 0;
    int trigger = wordAt(first + 1, "TEMP") || wordAt(first + 1, "TEMPORARY") ? 2 : 1;
    return wordAt(first, "CREATE") && wordAt(first + trigger, "TRIGGER");
  }

  private boolean wordAt(int index, String word) {
    return index < open.size() && open.get(index).is(word);
  }
}
