package dev.whimbrel.postgres.spell;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and indexes that go in a plan while others come that differ in nothing but the name.
 * They stay, under the new name.
 */
public final class PartRenames {
  private final Map<Part, String> newNames = new HashMap<>();
  private final Map<Part, String> oldNames = new HashMap<>();

  /** A constraint or an index, by its name. */
  private record Part(ObjectName table, String kind, String name) {}

  /** All of a constraint or an index but its name. */
  private record Body(ObjectName table, Object rest) {}

  public PartRenames(List<Change> changes) {
    var coming = new HashMap<Body, Deque<Part>>();
    var going = new HashMap<Part, Body>();
    var taken = new HashSet<Part>();
    for (Change change : changes) {
      coming(change)
          .ifPresent(part -> {
            taken.add(part);
            coming.computeIfAbsent(body(change), body -> new ArrayDeque<>()).add(part);
          });
      going(change).ifPresent(part -> going.put(part, body(change)));
    }
    going.forEach((part, body) -> pair(part, coming.get(body), going.keySet(), taken));
  }

  private void pair(Part old, @Nullable Deque<Part> same, Set<Part> going, Set<Part> coming) {
    if (same != null && !same.isEmpty() && !coming.contains(old) && !going.contains(same.peek())) {
      Part now = same.remove();
      newNames.put(old, now.name());
      oldNames.put(now, old.name());
    }
  }

  private static Optional<Part> coming(Change change) {
    return switch (change) {
      case Change.AddConstraint(var table, var added) -> part(table, added);
      case Change.AddIndex(var table, var added) -> part(table, added);
      default -> Optional.empty();
    };
  }

  private static Optional<Part> going(Change change) {
    return switch (change) {
      case Change.DropConstraint(var table, var gone) -> part(table, gone);
      case Change.DropIndex(var table, var gone) -> part(table, gone);
      default -> Optional.empty();
    };
  }

  private static Optional<Part> part(ObjectName table, Constraint constraint) {
    return constraint.name().isEmpty()
        ? Optional.empty()
        : Optional.of(new Part(table, "constraint", constraint.name()));
  }

  private static Optional<Part> part(ObjectName table, Index index) {
    return Optional.of(new Part(table, "index", index.name()));
  }

  private static Body body(Change change) {
    return switch (change) {
      case Change.AddConstraint(var table, var added) -> new Body(table, nameless(added));
      case Change.DropConstraint(var table, var gone) -> new Body(table, nameless(gone));
      case Change.AddIndex(var table, var added) -> new Body(table, added.named(""));
      case Change.DropIndex(var table, var gone) -> new Body(table, gone.named(""));
      default -> throw new IllegalArgumentException(change.describe());
    };
  }

  /** The constraint but for its name. */
  public static Constraint nameless(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> new Constraint.PrimaryKey("", key.columns());
      case Constraint.Unique unique ->
          new Constraint.Unique("", unique.columns(), unique.nullsNotDistinct());
      case Constraint.Check check -> new Constraint.Check("", check.condition());
      case Constraint.ForeignKey key ->
          new Constraint.ForeignKey(
              "",
              key.columns(),
              key.references(),
              key.referenced(),
              key.onDelete(),
              key.onUpdate(),
              key.deferral());
      case Constraint.Verbatim verbatim -> new Constraint.Verbatim("", verbatim.definition());
    };
  }

  /** The name that a part gets which this change would take away. */
  public Optional<String> newName(Change change) {
    return going(change).map(newNames::get);
  }

  /** The name that a part had which this change would make. */
  public Optional<String> oldName(Change change) {
    return coming(change).map(oldNames::get);
  }

  /** Whether this change is, on the way back, one half of a rename; the name that comes back. */
  public Optional<String> formerName(Change inverse) {
    return coming(inverse).map(newNames::get);
  }

  /** Whether this change is, on the way back, the half that has nothing left to do. */
  public boolean done(Change inverse) {
    return going(inverse).map(oldNames::containsKey).orElse(false);
  }
}
