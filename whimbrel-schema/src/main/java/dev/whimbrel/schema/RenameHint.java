package dev.whimbrel.schema;

/** Says that a thing was renamed, not dropped and made. */
public sealed interface RenameHint {
  /** The table had another name. */
  record OfTable(ObjectName from, ObjectName to) implements RenameHint {}

  /**
   * The column had another name.
   *
   * @param table the table under its new name
   */
  record OfColumn(ObjectName table, String from, String to) implements RenameHint {}

  /** The value of an enumeration had another name. */
  record OfLabel(ObjectName type, String from, String to) implements RenameHint {}
}
