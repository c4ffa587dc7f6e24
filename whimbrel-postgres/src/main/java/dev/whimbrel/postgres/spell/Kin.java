package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a table has its columns from, if not from itself alone. */
public sealed interface Kin {
  /** It stands for itself. */
  record Alone() implements Kin {}

  /** A partition has the columns of its table. */
  record Partition(String parent, String bound) implements Kin {}

  /** A typed table has the attributes of a composite type. */
  record Typed(String type) implements Kin {}

  /** An heir has the columns of others beside its own. */
  record Heir(List<String> parents) implements Kin {
    public Heir {
      parents = List.copyOf(parents);
    }
  }

  /** What the words behind the table say. */
  static Kin of(Table table) {
    return table.options().stream()
        .flatMap(option -> said(option).stream())
        .findFirst()
        .orElseGet(Alone::new);
  }

  /** A name as PostgreSQL spells it, with quotes only where it needs them. */
  static String spelled(ObjectName name) {
    String itself = word(name.name());
    return name.namespace().isEmpty() ? itself : word(name.namespace()) + "." + itself;
  }

  /** A word of a name, with quotes only where it needs them. */
  static String word(String name) {
    return Identifier.plain(name) ? name : Identifier.quoted(name);
  }

  /** Whether it is an heir of that table. */
  default boolean inherits(ObjectName parent) {
    return this instanceof Heir(var parents) && parents.contains(spelled(parent));
  }

  /** Whether all its columns come from there, so that it names none. */
  default boolean shaping() {
    return this instanceof Partition || this instanceof Typed;
  }

  private static Optional<Kin> said(String option) {
    if (option.startsWith("PARTITION OF ")) {
      String words = option.substring("PARTITION OF ".length());
      int bound = bound(words);
      return Optional.of(new Partition(words.substring(0, bound), words.substring(bound + 1)));
    }
    if (option.startsWith("INHERITS (")) {
      String parents = option.substring("INHERITS (".length(), option.length() - 1);
      return Optional.of(new Heir(Arrays.asList(parents.split(", "))));
    }
    return option.startsWith("OF ")
        ? Optional.of(new Typed(option.substring(3)))
        : Optional.empty();
  }

  private static int bound(String words) {
    int values = words.indexOf(" FOR VALUES ");
    return values < 0 ? words.lastIndexOf(" DEFAULT") : values;
  }
}
