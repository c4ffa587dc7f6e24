package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.Opaque;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL can change of an object that Whimbrel carries as SQL, while it stays. */
public final class InPlace {
  /** What is said of a thing, where the last word holds. */
  private static final Set<String> SAYINGS =
      Set.of(
          "comment",
          "column storage",
          "column statistics",
          "column compression",
          "column default",
          "replica identity",
          "cluster");

  private InPlace() {}

  /** The SQL that makes the new of the old; absent where the old has to go first. */
  public static Optional<String> change(Opaque old, Opaque now) {
    return switch (now.objectKind()) {
      case "sequence" -> SequenceText.change(old.definition(), now.definition());
      case "type" -> CompositeText.change(old.definition(), now.definition());
      default ->
          SAYINGS.contains(now.objectKind()) || overwrites(old, now)
              ? Optional.of(now.definition())
              : Optional.empty();
    };
  }

  /** A function is overwritten in place as long as only its body changes. */
  private static boolean overwrites(Opaque old, Opaque now) {
    return now.definition().startsWith("CREATE OR REPLACE")
        && head(old.definition()).equals(head(now.definition()));
  }

  private static String head(String definition) {
    int body = definition.indexOf("\nAS ");
    return body < 0 ? definition : definition.substring(0, body);
  }
}
