package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table that a script builds anew: another is filled from it, it goes, and the other has its
 * name, from the beginning or from then on.
 *
 * @param first what the table is called at the beginning of the script
 * @param name what it is called when it goes
 * @param fresh what the other is called at that moment
 * @param drop the place of the statement that takes the table away, counted from 0
 * @param last what the other is called at the end of the script
 * @param emptied whether the script says in so many words that not all rows of it stay: it deletes
 *     some, or chooses which to copy
 */
record RebuiltTable(
    String first, String name, String fresh, int drop, String last, boolean emptied) {

  /** The tables that a script builds anew, in its order. */
  static List<RebuiltTable> in(List<SqlStatement> statements) {
    if (statements.stream().noneMatch(RebuiltTable::drops)) {
      return List.of();
    }
    List<List<Token>> read = statements.stream().map(each -> Tokenizer.tokens(each.sql())).toList();
    return IntStream.range(0, read.size())
        .boxed()
        .flatMap(drop -> dropped(read.get(drop)).flatMap(name -> of(read, drop, name)).stream())
        .toList();
  }

  private static boolean drops(SqlStatement statement) {
    return starts(Tokenizer.beginning(statement.sql(), 2), "DROP", "TABLE");
  }

  private static Optional<RebuiltTable> of(List<List<Token>> read, int drop, String name) {
    List<List<Token>> before = read.subList(0, drop);
    String first = first(before, name);
    Optional<RebuiltTable> renamed =
        IntStream.range(drop + 1, read.size())
            .filter(i -> renames(read.get(i)) && named(read.get(i).get(5), name))
            .mapToObj(i ->
                new RebuiltTable(
                    first,
                    name,
                    read.get(i).get(2).name(),
                    drop,
                    last(read.subList(i + 1, read.size()), name),
                    emptied(before, first, name)))
            .findFirst();
    return renamed.or(() -> madeBefore(read, drop, first, name));
  }

  /** The old table made way under another name, and the new one had its name at once. */
  private static Optional<RebuiltTable> madeBefore(
      List<List<Token>> read, int drop, String first, String name) {
    List<List<Token>> before = read.subList(0, drop);
    boolean made = !first.equalsIgnoreCase(name) && before.stream().anyMatch(t -> makes(t, first));
    String last = last(read.subList(drop + 1, read.size()), first);
    return made
        ? Optional.of(
            new RebuiltTable(first, name, first, drop, last, emptied(before, first, name)))
        : Optional.empty();
  }

  private static String first(List<List<Token>> before, String name) {
    String first = name;
    for (List<Token> tokens : before.reversed()) {
      first = renames(tokens) && named(tokens.get(5), first) ? tokens.get(2).name() : first;
    }
    return first;
  }

  private static String last(List<List<Token>> after, String name) {
    String last = name;
    for (List<Token> tokens : after) {
      last = renames(tokens) && named(tokens.get(2), last) ? tokens.get(5).name() : last;
    }
    return last;
  }

  private static boolean emptied(List<List<Token>> before, String first, String name) {
    return before.stream()
        .anyMatch(
            tokens -> deletes(tokens, first) || deletes(tokens, name) || copiesSome(tokens, name));
  }

  private static Optional<String> dropped(List<Token> tokens) {
    int name = tokens.size() > 4 && tokens.get(2).is("IF") ? 4 : 2;
    return starts(tokens, "DROP", "TABLE") && tokens.size() == name + 1
        ? Optional.of(tokens.get(name).name())
        : Optional.empty();
  }

  private static boolean makes(List<Token> tokens, String table) {
    int name = tokens.size() > 5 && tokens.get(2).is("IF") ? 5 : 2;
    return starts(tokens, "CREATE", "TABLE")
        && tokens.size() > name
        && named(tokens.get(name), table);
  }

  private static boolean renames(List<Token> tokens) {
    return starts(tokens, "ALTER", "TABLE")
        && tokens.size() == 6
        && tokens.get(3).is("RENAME")
        && tokens.get(4).is("TO");
  }

  private static boolean deletes(List<Token> tokens, String table) {
    return starts(tokens, "DELETE", "FROM") && tokens.size() > 2 && named(tokens.get(2), table);
  }

  private static boolean copiesSome(List<Token> tokens, String table) {
    return starts(tokens, "INSERT", "INTO")
        && tokens.stream().anyMatch(token -> token.is("WHERE"))
        && tokens.stream().anyMatch(token -> named(token, table));
  }

  private static boolean named(Token token, String table) {
    return token.name().equalsIgnoreCase(table);
  }

  private static boolean starts(List<Token> tokens, String one, String two) {
    return tokens.size() > 1 && tokens.get(0).is(one) && tokens.get(1).is(two);
  }
}
