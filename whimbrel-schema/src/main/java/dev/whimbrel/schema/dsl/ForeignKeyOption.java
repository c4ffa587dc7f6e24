package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;

/** One thing that is said of a foreign key beyond what it refers to. */
public sealed interface ForeignKeyOption {
  /** What becomes of the row when the row it refers to is deleted. */
  record OnDelete(Action action) implements ForeignKeyOption {}

  /** What becomes of the row when the row it refers to gets another key. */
  record OnUpdate(Action action) implements ForeignKeyOption {}

  /** A name other than the one it gets by itself; empty for none. */
  record Named(String name) implements ForeignKeyOption {}

  /** When it is checked. */
  record Checked(Deferral when) implements ForeignKeyOption {}
}
