package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements that begin with {@code ALTER}. */
record AlterReader(Words words) {
  private static final Set<String> LIKE_TABLES =
      Set.of("table", "view", "index", "sequence", "materialized view", "foreign table");

  Deed read() {
    words.take();
    String kind = words.take().name();
    if (kind.equals("materialized") || kind.equals("foreign") || kind.equals("default")) {
      kind = kind + " " + words.take().name();
    }
    boolean ifExists = words.accept("if", "exists");
    words.accept("only");
    ObjectName name = words.qualified();
    words.accept("*");
    if (LIKE_TABLES.contains(kind)) {
      return new Deed.Alter(kind, name, ifExists, actions());
    }
    return switch (kind) {
      case "type" -> type(name);
      case "domain" -> new Deed.AlterDomain(name, words.rest());
      default -> other(kind, name);
    };
  }

  private List<Deed.Placed> actions() {
    return words.parts().stream()
        .map(part -> new Deed.Placed(new ActionReader(part).read(), part.span()))
        .toList();
  }

  private Deed type(ObjectName type) {
    if (words.accept("add", "value")) {
      boolean ifNotExists = words.accept("if", "not", "exists");
      String label = words.name();
      boolean placed = words.at("before") || words.at("after");
      return new Deed.AddLabel(type, label, placed, ifNotExists);
    }
    if (words.accept("rename", "value")) {
      String from = words.name();
      words.accept("to");
      return new Deed.RenameLabel(type, from, words.name());
    }
    return other("type", type);
  }

  private Deed other(String kind, ObjectName name) {
    words.parenthesised();
    if (words.accept("rename", "to")) {
      return new Deed.Rename(kind, name, words.name());
    }
    return new Deed.Other("alter " + kind + " " + words.rest(), Optional.of(name), List.of());
  }
}
