package dev.whimbrel.sqlite.parse;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.ObjectName;
import java.util.List;

/** Reads REFERENCES and what follows it. */
final class ReferenceParser {
  private final Tokens tokens;

  ReferenceParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The foreign key, read up to its end. MATCH means nothing to SQLite, and is left out. */
  Constraint.ForeignKey foreignKey(String name, List<String> columns) {
    tokens.expect("REFERENCES");
    var table = ObjectName.of(tokens.name());
    List<String> referenced =
        tokens.at("(")
            ? tokens.names().orElseThrow(() -> new UnreadableException("referenced columns"))
            : List.of();
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    while (tokens.at("ON") || tokens.at("MATCH")) {
      if (tokens.accept("ON", "DELETE")) {
        onDelete = action();
      } else if (tokens.accept("ON", "UPDATE")) {
        onUpdate = action();
      } else {
        unheeded();
      }
    }
    return new Constraint.ForeignKey(
        name, columns, table, referenced, onDelete, onUpdate, deferral());
  }

  private void unheeded() {
    if (tokens.accept("MATCH")) {
      tokens.name();
    } else {
      tokens.expect("ON", "INSERT");
      action();
    }
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
