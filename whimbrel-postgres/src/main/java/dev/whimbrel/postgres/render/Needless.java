package dev.whimbrel.postgres.render;

import static java.util.stream.Collectors.toSet;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Part;
import dev.whimbrel.postgres.spell.PartRenames;
import dev.whimbrel.postgres.spell.PartitionIndexName;
import dev.whimbrel.postgres.spell.Saying;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What need not be taken back, since the thing of which it is said goes in the same plan. */
record Needless(Set<ObjectName> objects, Set<Part> parts) {
  /** What one plan makes or takes away, it takes away on one of its two ways. */
  static Needless in(List<Change> plan, PartRenames renames) {
    var objects = new HashSet<ObjectName>();
    for (Change change : plan) {
      switch (change) {
        case Change.Create(var made) -> objects.add(made.name());
        case Change.Drop(var gone) -> objects.add(gone.name());
        default -> {}
      }
    }
    Set<Part> parts =
        plan.stream()
            .filter(
                change -> renames.newName(change).isEmpty() && renames.oldName(change).isEmpty())
            .flatMap(Part::touchedBy)
            .collect(toSet());
    return new Needless(objects, parts);
  }

  boolean covers(Change change) {
    return change instanceof Change.Drop(Opaque words)
        && Saying.is(words)
        && (PartitionIndexName.is(words) ? isOfGone(words) : isOfAny(words));
  }

  /** A partition may stay, with its index, when the table above it goes. */
  private boolean isOfGone(Opaque name) {
    return PartitionIndexName.partition(name).filter(objects::contains).isPresent();
  }

  private boolean isOfAny(Opaque words) {
    return words.leansOn().stream().anyMatch(objects::contains)
        || parts.stream().anyMatch(new Saying(words)::speaksOf);
  }
}
