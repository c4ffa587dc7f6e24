package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Saying;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.View;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The views, and what else is text, that lean on what moves; and what leans on those in turn. */
record ReleasedObjects(Schema there, Schema then, Disturbance disturbance, Set<Change> away) {
  private static final Set<String> READERS =
      Set.of("view", "materialized view", "policy", "rule", "trigger", "publication");

  void release() {
    var moving = new HashSet<>(disturbance.objects());
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : there.objects().values()) {
        if (!moving.contains(object.name()) && stays(object) && leans(object, moving)) {
          moving.add(object.name());
          away.add(new Change.Drop(object));
          more = true;
        }
      }
    }
  }

  private boolean stays(SchemaObject object) {
    return then.find(object.name()).filter(object::equals).isPresent();
  }

  /** What is said otherwise of a thing that goes and comes again has to wait until it is back. */
  Stream<Change> said(Change change) {
    return change instanceof Change.Replace(Opaque old, Opaque now)
            && (Saying.is(old) || reads(old) || isFreeType(old))
            && leans(old, disturbance.objects())
        ? Stream.of(new Change.Drop(old), new Change.Create(now))
        : Stream.of(change);
  }

  /** A type that stands in no column goes and comes with what it is made of. */
  private boolean isFreeType(Opaque type) {
    return Material.of(type).isPresent() && !disturbance.objects().contains(type.name());
  }

  private boolean leans(SchemaObject object, Set<ObjectName> moving) {
    return switch (object) {
      case View view -> leans(view.leansOn(), view.definition(), moving, true);
      case Opaque opaque ->
          leans(opaque.leansOn(), opaque.definition(), moving, reads(opaque))
              || (Saying.is(opaque) && speaksOfMoving(opaque));
      default -> false;
    };
  }

  private boolean speaksOfMoving(Opaque opaque) {
    return disturbance.parts().stream().anyMatch(new Saying(opaque)::speaksOf);
  }

  /** The body of a function is text to PostgreSQL, unless it is written in standard SQL. */
  private static boolean reads(Opaque opaque) {
    return READERS.contains(opaque.objectKind())
        || opaque.definition().contains("\nBEGIN ATOMIC")
        || opaque.definition().contains("\nRETURN ");
  }

  private boolean leans(
      Set<ObjectName> leansOn, String sql, Set<ObjectName> moving, boolean reads) {
    return leansOn.stream().anyMatch(moving::contains)
        || (reads
            && disturbance.moving().stream()
                .anyMatch(each ->
                    leansOn.contains(each.table())
                        && (sql.contains("*") || Disturbance.mentions(sql, each.column()))));
  }
}
