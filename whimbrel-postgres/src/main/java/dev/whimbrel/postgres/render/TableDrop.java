package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.References;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table goes. As long as it is a partition of one that others refer to, PostgreSQL keeps it; when
 * it leaves that first, the server looks whether rows of it are referred to.
 */
record TableDrop(Table table, Schema before, List<Change> plan) {
  List<Statement> statements() {
    var drop = Statement.of("DROP TABLE " + quoted(table.name()));
    return Kin.of(table) instanceof Kin.Partition(var parent, var bound) && isReferredTo(table)
        ? List.of(
            Statement.of(
                "ALTER TABLE %s DETACH PARTITION %s".formatted(parent, quoted(table.name()))),
            drop)
        : List.of(drop);
  }

  private boolean isReferredTo(Table partition) {
    return parent(partition).anyMatch(above -> refers(above.name()) || isReferredTo(above));
  }

  private Stream<Table> parent(Table partition) {
    return Kin.of(partition) instanceof Kin.Partition(var name, var bound)
        ? before.tables().filter(each -> Kin.spelled(each.name()).equals(name))
        : Stream.empty();
  }

  private boolean refers(ObjectName target) {
    return before
        .tables()
        .anyMatch(each ->
            each.constraints().stream()
                .filter(constraint -> refers(constraint, target))
                .anyMatch(constraint -> !goesFirst(each, constraint)));
  }

  private static boolean refers(Constraint constraint, ObjectName target) {
    return References.of(constraint).filter(key -> key.table().equals(target)).isPresent();
  }

  /** On the way there, or on the way back, which ends where the other begins. */
  private boolean goesFirst(Table from, Constraint key) {
    int gone = plan.indexOf(new Change.DropConstraint(from.name(), key));
    return (gone >= 0 && gone < plan.indexOf(new Change.Drop(table)))
        || plan.indexOf(new Change.AddConstraint(from.name(), key))
            > plan.indexOf(new Change.Create(table));
  }
}
