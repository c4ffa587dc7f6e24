package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.Constraint;

/** A constraint that is being declared, and that is whole once all tables are there. */
interface ConstraintDefinition {
  Constraint constraint(Tables tables);
}
