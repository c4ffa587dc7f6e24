package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** Reads the declaration of one constraint, of a table or of a column. */
final class ConstraintReader {
  private final Words words;
  private final List<String> ofColumn;
  private Optional<ObjectName> references = Optional.empty();
  private Optional<String> index = Optional.empty();

  /**
   * @param ofColumn the column that it is declared with, if it is
   */
  ConstraintReader(Words words, List<String> ofColumn) {
    this.words = words;
    this.ofColumn = ofColumn;
  }

  /** Whether a constraint stands here. */
  static boolean begins(Words words) {
    return words.at("constraint")
        || words.at("primary", "key")
        || words.at("unique")
        || words.at("foreign", "key")
        || words.at("references")
        || words.at("check")
        || words.at("exclude");
  }

  NewConstraint read() {
    String name = words.accept("constraint") ? words.name() : "";
    int mark = words.mark();
    NewConstraint.Kind kind = kind();
    List<String> columns = columns(kind);
    boolean notValid = false;
    boolean cascades = false;
    while (!words.done() && !endsHere()) {
      if (words.accept("not", "valid")) {
        notValid = true;
      } else if (words.accept("on", "delete", "cascade")) {
        cascades = true;
      } else {
        words.skipOne();
      }
    }
    return new NewConstraint(
        kind, name, columns, references, index, notValid, cascades, words.text(mark));
  }

  private NewConstraint.Kind kind() {
    return switch (words.take().name()) {
      case "primary" -> {
        words.accept("key");
        yield NewConstraint.Kind.PRIMARY_KEY;
      }
      case "unique" -> NewConstraint.Kind.UNIQUE;
      case "foreign" -> {
        words.accept("key");
        yield NewConstraint.Kind.FOREIGN_KEY;
      }
      case "references" -> {
        words.back(words.mark() - 1);
        yield NewConstraint.Kind.FOREIGN_KEY;
      }
      case "exclude" -> NewConstraint.Kind.EXCLUDE;
      case "not" -> {
        words.accept("null");
        yield NewConstraint.Kind.NOT_NULL;
      }
      default -> NewConstraint.Kind.CHECK;
    };
  }

  private List<String> columns(NewConstraint.Kind kind) {
    words.accept("nulls", "not", "distinct");
    if (words.accept("using", "index")) {
      index = Optional.of(words.name());
    }
    if (kind == NewConstraint.Kind.CHECK || kind == NewConstraint.Kind.EXCLUDE) {
      return ofColumn;
    }
    List<String> named = words.parenthesised().stream().map(Words::name).toList();
    if (words.accept("references")) {
      references = Optional.of(words.qualified());
      words.parenthesised();
    }
    return named.isEmpty() ? ofColumn : named;
  }

  /** Behind a constraint of a column stands perhaps another, or a default. */
  private boolean endsHere() {
    return !ofColumn.isEmpty()
        && (begins(words)
            || words.at("default")
            || words.at("generated")
            || words.at("not", "null")
            || words.at("null"));
  }
}
