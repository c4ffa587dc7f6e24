package dev.whimbrel.testkit.laws;

import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.notation.Notation;

/** A schema from which to go and one to which, on which a law is tried. */
public record Example(Schema from, Schema to) {
  /** The example as the text of a scenario, but for its first line. */
  public String scenario() {
    return "-- from --\n%s\n-- to --\n%s".formatted(Notation.print(from), Notation.print(to));
  }
}
