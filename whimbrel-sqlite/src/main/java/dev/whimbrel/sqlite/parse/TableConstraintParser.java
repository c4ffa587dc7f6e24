package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a constraint that stands behind the columns; one the model cannot hold stays verbatim. */
final class TableConstraintParser {
  static final List<String> OPENINGS =
      List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

  private static final List<String> ENDS = List.of(",", ")");

  private final Tokens tokens;

  TableConstraintParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Constraint constraint() {
    String name = tokens.accept("CONSTRAINT") ? tokens.name() : "";
    int start = tokens.mark();
    Optional<Constraint> known = known(name);
    if (known.isPresent() && (tokens.atAny(ENDS) || tokens.atAny(OPENINGS))) {
      return known.get();
    }
    tokens.skipTo(",", ")");
    return new Constraint.Verbatim(name, tokens.text(start));
  }

  private Optional<Constraint> known(String name) {
    return switch (tokens.take().text().toUpperCase(Locale.ROOT)) {
      case "PRIMARY" -> primaryKey(name);
      case "UNIQUE" -> tokens.names().map(columns -> new Constraint.Unique(name, columns, false));
      case "CHECK" ->
          Optional.of(new Constraint.Check(name, new Expression(tokens.parenthesised())));
      case "FOREIGN" -> foreignKey(name);
      default -> throw new UnreadableException("no constraint");
    };
  }

  private Optional<Constraint> primaryKey(String name) {
    tokens.expect("KEY");
    return tokens.names().map(columns -> new Constraint.PrimaryKey(name, columns));
  }

  private Optional<Constraint> foreignKey(String name) {
    tokens.expect("KEY");
    List<String> columns = tokens.names().orElseThrow(() -> new UnreadableException("columns"));
    return Optional.of(new ReferenceParser(tokens).foreignKey(name, columns));
  }
}
