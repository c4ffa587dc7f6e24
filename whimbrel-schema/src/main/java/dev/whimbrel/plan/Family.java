package dev.whimbrel.plan;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.List;

/** Tables that have their columns from others. */
final class Family {
  private static final List<String> WORDS = List.of("PARTITION OF ", "INHERITS (", "OF ");

  private Family() {}

  /** Whether a table comes into another family, for which it has to be ready. */
  static boolean joins(Table from, Table to) {
    return to.options().stream().anyMatch(words -> kin(words) && !from.options().contains(words))
        && !leaves(from, to);
  }

  /** Whether it leaves one, after which all else can be done to it. */
  static boolean leaves(Table from, Table to) {
    return from.options().stream().filter(Family::kin).anyMatch(words -> !stays(words, to));
  }

  /** Whether it has columns from parents beside its own. */
  static boolean inherits(Table table) {
    return table.options().stream().anyMatch(words -> words.startsWith("INHERITS ("));
  }

  /** Whether it is the table's own before it joins, and from then on its parent's too. */
  static boolean shares(Table from, Table to, Constraint constraint) {
    return from.constraints().contains(constraint) && !to.constraints().contains(constraint);
  }

  /** Of several parents, others may be added behind. */
  private static boolean stays(String words, Table to) {
    String open = words.endsWith(")") ? words.substring(0, words.length() - 1) : words;
    return to.options().stream()
        .anyMatch(each -> each.equals(words) || each.startsWith(open + ", "));
  }

  private static boolean kin(String words) {
    return WORDS.stream().anyMatch(words::startsWith);
  }
}
