package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that can only stand within a column: {@code NOT NULL ON CONFLICT REPLACE}. Among the
 * constraints of a table it is carried word for word, with the column in front.
 *
 * @param words the clause, without the column
 */
public record ColumnClause(String column, String words) {
  private static final List<String> OF_TABLES =
      List.of("PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE");

  /** The clause that a constraint is, if it is one. */
  public static Optional<ColumnClause> of(Constraint constraint) {
    return constraint instanceof Constraint.Verbatim(var name, var definition)
        ? read(definition)
        : Optional.empty();
  }

  /** Whether it says that the column may not be null. */
  public boolean isNotNull() {
    return words.regionMatches(true, 0, "NOT NULL", 0, 8);
  }

  /** Whether it makes the column the number of its row. */
  public boolean isRowid() {
    return words.regionMatches(true, 0, "PRIMARY KEY", 0, 11)
        && !words.regionMatches(true, 0, "PRIMARY KEY DESC", 0, 16);
  }

  private static Optional<ColumnClause> read(String definition) {
    List<Token> tokens = Tokenizer.tokens(definition);
    boolean named =
        tokens.size() > 1
            && tokens.getFirst().isName()
            && OF_TABLES.stream().noneMatch(tokens.getFirst()::is);
    return named
        ? Optional.of(
            new ColumnClause(tokens.getFirst().name(), definition.substring(tokens.get(1).start())))
        : Optional.empty();
  }
}
