package dev.whimbrel.review.sql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the declaration of one column. */
final class ColumnReader {
  private static final Set<String> ENDS_TYPE =
      Set.of(
          "not",
          "null",
          "default",
          "primary",
          "unique",
          "references",
          "check",
          "constraint",
          "generated",
          "collate",
          "storage",
          "compression",
          "deferrable",
          "initially",
          "on",
          "as",
          "autoincrement",
          "using");

  private final Words words;
  private final Set<NewColumn.Trait> traits = EnumSet.noneOf(NewColumn.Trait.class);
  private final List<NewConstraint> constraints = new ArrayList<>();
  private Optional<String> defaultValue = Optional.empty();

  ColumnReader(Words words) {
    this.words = words;
  }

  NewColumn read() {
    int mark = words.mark();
    Span span = words.span();
    String name = words.name();
    String type = type(words);
    while (!words.done()) {
      part(name);
    }
    Span own = mark == 0 ? span : new Span(words.all().get(mark).start(), span.end());
    return new NewColumn(name, type, defaultValue, traits, constraints, own);
  }

  /** The words of a type, up to where something else begins. */
  static String type(Words words) {
    int mark = words.mark();
    while (!words.done() && !ends(words.peek())) {
      words.skipOne();
    }
    return plain(words.text(mark).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
  }

  /** A type of the server's own without its schema and quotes, but for the one that needs them. */
  private static String plain(String type) {
    return type.replaceFirst("^\"?pg_catalog\"?\\.", "")
        .replaceFirst("^\"(?!char\")([a-z0-9_]+)\"", "$1");
  }

  private static boolean ends(Token token) {
    return token.kind() == Token.Kind.WORD && ENDS_TYPE.contains(token.name());
  }

  private void part(String name) {
    passNameOfNoConstraint();
    if (words.accept("default")) {
      defaultValue = Optional.of(expression());
    } else if (words.accept("generated")) {
      generated();
    } else if (words.at("not", "null")) {
      words.accept("not", "null");
      traits.add(NewColumn.Trait.NOT_NULL);
    } else if (ConstraintReader.begins(words)) {
      constraints.add(new ConstraintReader(words, List.of(name)).read());
    } else {
      words.skipOne();
    }
  }

  /** A default and NOT NULL may have a name as well, as constraints do. */
  private void passNameOfNoConstraint() {
    int mark = words.mark();
    if (words.accept("constraint")) {
      words.name();
      if (!words.at("not", "null") && !words.at("null") && !words.at("default")) {
        words.back(mark);
      }
    }
  }

  private void generated() {
    boolean always = words.accept("always");
    words.accept("by", "default");
    words.accept("as");
    if (words.accept("identity")) {
      traits.add(always ? NewColumn.Trait.IDENTITY_ALWAYS : NewColumn.Trait.IDENTITY_BY_DEFAULT);
      words.parenthesised();
    } else {
      words.skipOne();
      traits.add(words.accept("stored") ? NewColumn.Trait.STORED : NewColumn.Trait.VIRTUAL);
    }
  }

  private String expression() {
    int mark = words.mark();
    do {
      words.skipOne();
    } while (!words.done() && !ends(words.peek()));
    return words.text(mark);
  }
}
