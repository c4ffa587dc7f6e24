package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code CREATE INDEX} from behind that word. */
final class IndexReader {
  private final Words words;
  private final Set<String> said;

  IndexReader(Words words, Set<String> said) {
    this.words = words;
    this.said = new HashSet<>(said);
  }

  Deed.CreateIndex read() {
    accept("concurrently");
    if (words.accept("if", "not", "exists")) {
      said.add("if not exists");
    }
    String name = words.at("on") ? "" : words.qualified().name();
    words.accept("on");
    int mark = words.mark();
    accept("only");
    ObjectName table = words.qualified();
    if (words.accept("using")) {
      words.name();
    }
    List<String> columns = words.parenthesised().stream().map(IndexReader::column).toList();
    words.rest();
    return new Deed.CreateIndex(name, table, columns, said, words.text(mark));
  }

  private void accept(String word) {
    if (words.accept(word)) {
      said.add(word);
    }
  }

  private static String column(Words part) {
    String name = part.name();
    return part.at("(") ? name + "(" + part.rest().toLowerCase(Locale.ROOT) : name;
  }
}
