package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that a script builds anew: another is made, the table goes, and the other takes its name.
 *
 * @param name the table, as the script writes it
 * @param fresh what the other is called until then
 * @param drop the place of the statement that takes the table away, counted from 0
 * @param emptied whether the script says in so many words that not all rows of it stay: it deletes
 *     some, or chooses which to copy
 */
record RebuiltTable(String name, String fresh, int drop, boolean emptied) {
  /** The tables that a script builds anew, in its order. */
  static List<RebuiltTable> in(List<SqlStatement> statements) {
    var found = new ArrayList<RebuiltTable>();
    List<List<Token>> read = statements.stream().map(each -> Tokenizer.tokens(each.sql())).toList();
    for (int i = 0; i < read.size(); i++) {
      int place = i;
      dropped(read.get(i)).ifPresent(name -> renamed(read, place, name).ifPresent(found::add));
    }
    return found;
  }

  boolean is(String table) {
    return name.equalsIgnoreCase(table);
  }

  private static Optional<RebuiltTable> renamed(List<List<Token>> read, int drop, String name) {
    boolean emptied =
        read.stream()
            .limit(drop)
            .anyMatch(tokens -> deletes(tokens, name) || copiesSome(tokens, name));
    return read.stream()
        .skip(drop + 1L)
        .filter(tokens -> renames(tokens, name))
        .map(tokens -> new RebuiltTable(name, tokens.get(2).name(), drop, emptied))
        .findFirst();
  }

  private static Optional<String> dropped(List<Token> tokens) {
    int name = tokens.size() > 4 && tokens.get(2).is("IF") ? 4 : 2;
    return starts(tokens, "DROP", "TABLE") && tokens.size() == name + 1
        ? Optional.of(tokens.get(name).name())
        : Optional.empty();
  }

  private static boolean renames(List<Token> tokens, String to) {
    return starts(tokens, "ALTER", "TABLE")
        && tokens.size() == 6
        && tokens.get(3).is("RENAME")
        && tokens.get(4).is("TO")
        && tokens.get(5).name().equalsIgnoreCase(to);
  }

  private static boolean deletes(List<Token> tokens, String table) {
    return starts(tokens, "DELETE", "FROM")
        && tokens.size() > 2
        && tokens.get(2).name().equalsIgnoreCase(table);
  }

  private static boolean copiesSome(List<Token> tokens, String table) {
    return starts(tokens, "INSERT", "INTO")
        && tokens.stream().anyMatch(token -> token.is("WHERE"))
        && tokens.stream().anyMatch(token -> token.name().equalsIgnoreCase(table));
  }

  private static boolean starts(List<Token> tokens, String one, String two) {
    return tokens.size() > 1 && tokens.get(0).is(one) && tokens.get(1).is(two);
  }
}
