package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.PartRenames;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that becomes a partition, or is one no longer, and keeps its rows. What it had in common
 * with its table goes over into what that one has, or becomes its own.
 */
record Kinship(Table old, Table now, Schema from) {
  /** The table once the words behind it are as they are wanted, and nothing else. */
  Table joined() {
    Table between = old.withOptions(now.options());
    boolean joins = Kin.of(now).shaping();
    boolean leaves = Kin.of(old).shaping();
    if (joins == leaves) {
      return between;
    }
    return joins ? withoutOwn(between) : withInherited(between);
  }

  private Table withoutOwn(Table between) {
    return between
        .withColumns(List.of())
        .withConstraints(old.constraints().stream().filter(now.constraints()::contains).toList())
        .withIndexes(old.indexes().stream().filter(now.indexes()::contains).toList());
  }

  private Table withInherited(Table between) {
    Optional<Table> parent = parent();
    var columns = new ArrayList<Column>();
    now.columns().stream()
        .map(wanted -> parent.flatMap(each -> each.findColumn(wanted.name())).orElse(wanted))
        .forEach(columns::add);
    var constraints = new ArrayList<>(old.constraints());
    var indexes = new ArrayList<>(old.indexes());
    parent.ifPresent(table -> {
      now.constraints().stream().filter(each -> has(table, each)).forEach(constraints::add);
      now.indexes().stream().filter(each -> has(table, each)).forEach(indexes::add);
    });
    return between.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }

  private Optional<Table> parent() {
    return Kin.of(old) instanceof Kin.Partition(var parent, var bound)
        ? from.tables().filter(table -> table.name().toString().equals(parent)).findFirst()
        : Optional.empty();
  }

  private static boolean has(Table parent, Constraint constraint) {
    Constraint wanted = PartRenames.nameless(constraint);
    return parent.constraints().stream().map(PartRenames::nameless).anyMatch(wanted::equals);
  }

  private static boolean has(Table parent, Index index) {
    return parent.indexes().stream().map(each -> each.named("")).anyMatch(index.named("")::equals);
  }
}
