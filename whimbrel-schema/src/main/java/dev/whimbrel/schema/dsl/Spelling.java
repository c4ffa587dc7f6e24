package dev.whimbrel.schema.dsl;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a column is written in Java.
 *
 * @param valueType the Java type of its values, as it stands within {@code Column<…>}
 * @param words the call that makes it and what is said of its value: {@code text("a").defaultNow()}
 * @param imports the full names of classes that these mention
 * @param neverNull whether the words alone say that it is never null
 */
public record Spelling(String valueType, String words, Set<String> imports, boolean neverNull) {
  public Spelling {
    imports = Set.copyOf(imports);
  }

  /** A spelling that needs no import. */
  public static Spelling of(String valueType, String words) {
    return new Spelling(valueType, words, Set.of(), false);
  }

  /** The same with one more word. */
  public Spelling then(String word) {
    return new Spelling(valueType, words + word, imports, neverNull);
  }

  public Spelling importing(String name) {
    var more = new TreeSet<>(imports);
    more.add(name);
    return new Spelling(valueType, words, more, neverNull);
  }

  public Spelling impliesNotNull() {
    return new Spelling(valueType, words, imports, true);
  }
}
