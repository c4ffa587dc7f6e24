package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables and views a text mentions; rather one too many than one too few. */
final class Mentions {
  private final Map<String, ObjectName> relations = new HashMap<>();

  Mentions(Schema schema) {
    schema.objects().values().forEach(this::learn);
  }

  /** The text without what stands before its first and behind its last token. */
  static String statement(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    int size = tokens.size();
    while (size > 0 && tokens.get(size - 1).is(";")) {
      size--;
    }
    return size == 0 ? "" : sql.substring(tokens.getFirst().start(), tokens.get(size - 1).end());
  }

  Set<ObjectName> in(String sql, ObjectName itself) {
    return Tokenizer.tokens(sql).stream()
        .filter(Token::isName)
        .map(token -> relations.get(token.key()))
        .filter(name -> name != null && !name.equals(itself))
        .collect(Collectors.toSet());
  }

  private void learn(SchemaObject object) {
    switch (object) {
      case Table table -> learn(table.name().name(), table.name());
      case View view -> learn(view.name().name(), view.name());
      case Opaque opaque when isRelation(opaque) -> learn(removed(opaque), opaque.name());
      default -> {}
    }
  }

  private void learn(String word, ObjectName name) {
    relations.put(word.toLowerCase(Locale.ROOT), name);
  }

  private static boolean isRelation(Opaque opaque) {
    return Set.of("table", "virtual table", "view").contains(opaque.objectKind());
  }

  /** The bare name of an opaque object is the last word of what takes it away. */
  private static String removed(Opaque opaque) {
    return Tokenizer.tokens(opaque.removal()).getLast().name();
  }
}
