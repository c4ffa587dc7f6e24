package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** Reads REFERENCES and what follows it. */
final class ReferenceParser {
  private final Tokens tokens;

  ReferenceParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The foreign key, read up to its end; empty if it has a clause that the model cannot hold. */
  Optional<Constraint.ForeignKey> foreignKey(String name, List<String> columns) {
    tokens.expect("REFERENCES");
    var table = ObjectName.of(tokens.name());
    List<String> referenced =
        tokens.at("(")
            ? tokens.names().orElseThrow(() -> new UnreadableException("referenced columns"))
            : List.of();
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    while (tokens.at("ON")) {
      if (tokens.accept("ON", "DELETE")) {
        onDelete = action();
      } else {
        tokens.expect("ON", "UPDATE");
        onUpdate = action();
      }
    }
    return tokens.at("MATCH")
        ? Optional.empty()
        : Optional.of(
            new Constraint.ForeignKey(
                name, columns, table, referenced, onDelete, onUpdate, deferral()));
  }

  private Action action() {
    for (Action action : Action.values()) {
      if (tokens.accept(action.sql().split(" "))) {
        return action;
      }
    }
    throw new UnreadableException("no action");
  }

  private Deferral deferral() {
    if (tokens.accept("NOT", "DEFERRABLE")) {
      initially();
      return Deferral.NOT_DEFERRABLE;
    }
    if (!tokens.accept("DEFERRABLE")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return initially();
  }

  private Deferral initially() {
    if (tokens.accept("INITIALLY", "DEFERRED")) {
      return Deferral.INITIALLY_DEFERRED;
    }
    tokens.accept("INITIALLY", "IMMEDIATE");
    return Deferral.INITIALLY_IMMEDIATE;
  }
}
