package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads of a statement that is not known any better what it is about, and the names it lists. */
record OtherReader(Words words) {
  private static final Set<String> PARTS = Set.of("constraint", "trigger", "policy", "rule");

  /** With these begin types that are more than a word. */
  private static final Set<String> LONG_TYPES =
      Set.of("double", "character", "char", "national", "bit", "timestamp", "time", "interval");

  Deed.Other read() {
    return switch (words.take().name()) {
      case "create" -> create();
      case "comment" -> other(Optional.of(commented()), List.of());
      case "copy" -> copy();
      default -> other(Optional.empty(), List.of());
    };
  }

  private Deed.Other other(Optional<ObjectName> object, List<List<String>> lists) {
    words.back(0);
    String first = words.rest();
    String shown = first.length() > 80 ? first.substring(0, 80) : first;
    return new Deed.Other(shown, object, lists);
  }

  private Deed.Other create() {
    words.accept("or", "replace");
    boolean temporary = !words.acceptAny("temporary", "temp").isEmpty();
    String kind = words.take().name();
    while (!words.acceptAny("data", "wrapper", "search", "configuration", "dictionary").isEmpty()) {
      kind = kind + " ...";
    }
    words.accept("if", "not", "exists");
    ObjectName name = words.qualified();
    List<List<String>> lists =
        switch (kind) {
          case "function", "procedure" -> parameters();
          case "type" -> words.accept("as") ? List.of(names()) : List.of();
          default -> List.of();
        };
    return other(temporary ? Optional.empty() : Optional.of(name), lists);
  }

  /** The first words of what stands in parentheses. */
  private List<String> names() {
    return words.parenthesised().stream().map(Words::name).toList();
  }

  /** The names of what goes into a function, and of what comes out: each has to differ. */
  private List<List<String>> parameters() {
    var in = new ArrayList<String>();
    var out = new ArrayList<String>();
    for (Words each : words.parenthesised()) {
      String mode = each.acceptAny("inout", "in", "out", "variadic");
      String name = parameter(each);
      in.add(mode.equals("out") ? "" : name);
      out.add(mode.endsWith("out") ? name : "");
    }
    if (words.accept("returns", "table")) {
      out.addAll(names());
    }
    return List.of(in, out);
  }

  /** The name of a parameter; nothing where only its type stands there. */
  private static String parameter(Words part) {
    Token first = part.take();
    boolean named =
        part.peek().isName()
            && !part.at("default")
            && !(first.kind() == Token.Kind.WORD && LONG_TYPES.contains(first.name()));
    return named ? first.name() : "";
  }

  private Deed.Other copy() {
    ObjectName table = words.qualified();
    return other(Optional.of(table), List.of(names()));
  }

  /** What is commented on, or the table that it is a part of. */
  private ObjectName commented() {
    words.accept("on");
    String kind = words.take().name();
    words.acceptAny("view", "table");
    if (PARTS.contains(kind)) {
      while (!words.done() && !words.accept("on")) {
        words.skipOne();
      }
    }
    return kind.equals("column") ? tableOfColumn() : words.qualified();
  }

  private ObjectName tableOfColumn() {
    var names = new ArrayList<String>(List.of(words.name()));
    while (words.accept(".")) {
      names.add(words.name());
    }
    names.removeLast();
    String namespace = names.size() > 1 ? names.get(names.size() - 2) : "";
    String table = names.isEmpty() || names.getLast().isEmpty() ? "?" : names.getLast();
    return namespace.isEmpty() || namespace.equals("public")
        ? ObjectName.of(table)
        : new ObjectName(namespace, table);
  }
}
