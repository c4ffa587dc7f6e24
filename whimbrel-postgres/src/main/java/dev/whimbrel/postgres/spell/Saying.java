package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.Set;

/**
 * What is said of an object or of a part of a table, and goes with it: a comment, who may use it,
 * how it is kept.
 */
public record Saying(Opaque words) {
  private static final Set<String> KINDS =
      Set.of(
          "comment",
          "privileges",
          "column storage",
          "column statistics",
          "column compression",
          "column options",
          "column default",
          "column not null",
          RequirementName.KIND,
          PartitionIndexName.KIND,
          Opaque.LEFT_OVER,
          "sequence name",
          "sequence persistence",
          "index statistics",
          "index tablespace",
          "view tablespace",
          "row security",
          "trigger state",
          "replica identity",
          "cluster");

  /** Whether an object is one. */
  public static boolean is(Opaque object) {
    return KINDS.contains(object.objectKind());
  }

  /** Whether it is said of that part, as the inspector spells it. */
  public boolean speaksOf(Part part) {
    return words.leansOn().contains(subject(part))
        && switch (part.kind()) {
          case COLUMN -> speaksOfColumn(part.name());
          case CONVERTED -> keeps(part.name());
          case COUNTER -> true;
          case REQUIREMENT -> requires() && speaksOfColumn(part.name());
          case CONSTRAINT ->
              isBehind(part)
                  || head().startsWith("COMMENT ON CONSTRAINT " + Kin.word(part.name()) + " ");
          case INDEX -> isBehind(part) || speaksOfIndex(part);
        };
  }

  private boolean isBehind(Part part) {
    return PartitionIndexName.is(words) && words.name().name().endsWith("." + part.name());
  }

  private boolean requires() {
    return !PartitionIndexName.is(words)
        && Set.of(RequirementName.KIND, Opaque.LEFT_OVER).contains(words.objectKind());
  }

  private static ObjectName subject(Part part) {
    ObjectName sequence = Identifier.sequence(part.table(), part.name());
    return part.kind() == Part.Kind.COUNTER
        ? sequence.sibling("sequence " + sequence.name())
        : part.table();
  }

  /** A name stands as it is in that of the words, and in the words themselves as SQL has it. */
  private boolean speaksOfColumn(String name) {
    String column = Kin.word(name);
    return switch (words.objectKind()) {
      case "comment" -> head().startsWith("COMMENT ON COLUMN ") && head().endsWith("." + column);
      case RequirementName.KIND, Opaque.LEFT_OVER ->
          requires() && words.name().name().endsWith("." + name);
      case "privileges" -> words.definition().contains(" (" + column + ")");
      default -> words.definition().contains(" ALTER COLUMN " + column + " ");
    };
  }

  private boolean keeps(String column) {
    return words.objectKind().equals("index statistics")
        || (Set.of("column storage", "column compression").contains(words.objectKind())
            && speaksOfColumn(column));
  }

  private boolean speaksOfIndex(Part part) {
    String name = Kin.word(part.name());
    String spelled = Kin.spelled(part.table().sibling(part.name()));
    return switch (words.objectKind()) {
      case "comment" -> head().startsWith("COMMENT ON INDEX ") && head().endsWith("." + name);
      case "replica identity" -> words.definition().endsWith(" USING INDEX " + name);
      case "cluster" -> words.definition().endsWith(" CLUSTER ON " + name);
      case "index statistics", "index tablespace" ->
          words.definition().startsWith("ALTER INDEX " + spelled + " ");
      default -> false;
    };
  }

  private String head() {
    int text = words.definition().indexOf(" IS '");
    return text < 0 ? words.definition() : words.definition().substring(0, text);
  }
}
