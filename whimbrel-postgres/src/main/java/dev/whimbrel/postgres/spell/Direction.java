package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.List;

/** One of the two ways of a plan, for what is the same on both but for where it starts. */
public enum Direction {
  THERE,
  BACK;

  /**
   * The way that starts at this schema: the one of which it has more.
   *
   * @param plan all changes of it, on the way there
   */
  public static Direction from(Schema before, List<Change> plan) {
    int balance = 0;
    for (Change change : plan) {
      switch (change) {
        case Change.Create(var made) -> balance -= weight(made, before);
        case Change.Drop(var gone) -> balance += weight(gone, before);
        case Change.Replace(var old, var now) ->
            balance += weight(old, before) - weight(now, before);
        default -> {}
      }
    }
    return balance < 0 ? BACK : THERE;
  }

  private static int weight(SchemaObject object, Schema before) {
    return before.find(object.name()).filter(there -> alike(there, object)).isPresent() ? 1 : 0;
  }

  /** Parts of tables come and go apart from them. */
  private static boolean alike(SchemaObject one, SchemaObject other) {
    if (one instanceof Table table && other instanceof Table form) {
      return table.columns().equals(form.columns()) && table.options().equals(form.options());
    }
    if (one instanceof Opaque words && other instanceof Opaque more) {
      return plain(words).equals(plain(more));
    }
    return one.equals(other);
  }

  private static String plain(Opaque words) {
    return words.definition().replace("\n\t", " ");
  }
}
