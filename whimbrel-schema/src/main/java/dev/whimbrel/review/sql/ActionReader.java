package dev.whimbrel.review.sql;

import java.util.List;
import java.util.Optional;

/** Reads one action of an {@code ALTER TABLE}. */
record ActionReader(Words words) {
  Action read() {
    return switch (words.take().name()) {
      case "add" -> add();
      case "drop" -> drop();
      case "alter" -> {
        words.accept("column");
        yield alter(words.name());
      }
      case "validate" -> {
        words.accept("constraint");
        yield new Action.ValidateConstraint(words.name());
      }
      case "rename" -> rename();
      case "set" -> set();
      case "attach" -> {
        words.accept("partition");
        yield new Action.AttachPartition(words.qualified().toString());
      }
      case "detach" -> detach();
      case "disable" -> disable();
      default -> other();
    };
  }

  private Action other() {
    words.back(0);
    return new Action.Other(words.rest());
  }

  private Action add() {
    if (ConstraintReader.begins(words)) {
      return new Action.AddConstraint(new ConstraintReader(words, List.of()).read());
    }
    words.accept("column");
    boolean ifNotExists = words.accept("if", "not", "exists");
    return new Action.AddColumn(new ColumnReader(words).read(), ifNotExists);
  }

  private Action drop() {
    boolean constraint = words.accept("constraint");
    words.accept("column");
    boolean ifExists = words.accept("if", "exists");
    String name = words.name();
    boolean cascade = words.accept("cascade");
    return constraint
        ? new Action.DropConstraint(name, ifExists, cascade)
        : new Action.DropColumn(name, ifExists, cascade);
  }

  private Action alter(String column) {
    if (words.accept("set", "data", "type") || words.accept("type")) {
      return alterType(column);
    }
    if (words.accept("set", "not", "null")) {
      return new Action.SetNotNull(column);
    }
    if (words.accept("drop", "not", "null")) {
      return new Action.DropNotNull(column);
    }
    if (words.accept("set", "default")) {
      return new Action.SetDefault(column, words.rest());
    }
    if (words.accept("drop", "default")) {
      return new Action.DropDefault(column);
    }
    if (words.accept("set", "expression")) {
      return new Action.SetExpression(column);
    }
    if (words.at("add", "generated") || words.at("set", "generated")) {
      return new Action.AddIdentity(column, words.ahead("always"));
    }
    return other();
  }

  private Action alterType(String column) {
    String type = ColumnReader.type(words);
    if (words.accept("collate")) {
      words.qualified();
    }
    int mark = words.mark();
    boolean using = words.accept("using");
    String rest = words.rest();
    return new Action.AlterType(
        column, type, using && mark >= 0 ? Optional.of(rest) : Optional.empty());
  }

  private Action rename() {
    if (words.accept("to")) {
      return new Action.RenameTable(words.name());
    }
    boolean constraint = words.accept("constraint");
    words.accept("column");
    String from = words.name();
    words.accept("to");
    String to = words.name();
    return constraint ? new Action.RenameConstraint(from, to) : new Action.RenameColumn(from, to);
  }

  private Action set() {
    if (words.accept("schema")) {
      return new Action.SetNamespace(words.name());
    }
    boolean moves =
        words.at("logged") || words.at("unlogged") || words.at("tablespace") || words.at("access");
    return moves ? new Action.Store("set " + words.rest()) : other();
  }

  private Action detach() {
    words.accept("partition");
    String partition = words.qualified().toString();
    return new Action.DetachPartition(
        partition, words.accept("concurrently") || words.accept("finalize"));
  }

  private Action disable() {
    return words.accept("trigger") ? new Action.DisableTrigger(words.name()) : other();
  }
}
