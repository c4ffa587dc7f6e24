package dev.whimbrel.schema;

/** A top-level object of a database. This list is all that Whimbrel manages. */
public sealed interface SchemaObject permits EnumType, Table, View, Opaque {
  /** The name by which the object is told from all others of its schema. */
  ObjectName name();

  /** What the object is, in the database's own word: {@code table}, {@code type}, {@code view}. */
  default String kind() {
    return switch (this) {
      case EnumType type -> "type";
      case Table table -> "table";
      case View view -> view.materialized() ? "materialized view" : "view";
      case Opaque opaque -> opaque.objectKind();
    };
  }

  /** What a person would call it: {@code table users}. */
  default String title() {
    return this instanceof Opaque ? name().toString() : kind() + " " + name();
  }
}
