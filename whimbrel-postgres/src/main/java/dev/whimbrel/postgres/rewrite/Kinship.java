package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.PartRenames;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that becomes a partition, an heir or a typed table, or is one no longer, and keeps its
 * rows. What it had from there becomes its own, and what it had itself goes over into that.
 */
record Kinship(Table old, Table now, Schema from, Schema then) {
  private static final List<String> WORDS = List.of("PARTITION OF ", "INHERITS (", "OF ");

  /** The steps to a table whose words are as they are wanted, the last of them in that form. */
  List<Change.Replace> steps() {
    if (Kin.of(old).equals(Kin.of(now))) {
      return List.of(new Change.Replace(old, old.withOptions(now.options())));
    }
    Table alone = alone();
    Table joined = joined(alone);
    return Stream.of(new Change.Replace(old, alone), new Change.Replace(alone, joined))
        .filter(step -> !step.from().equals(step.to()))
        .toList();
  }

  /** Standing for itself, with all that it had from elsewhere. */
  private Table alone() {
    if (Kin.of(old) instanceof Kin.Alone) {
      return old;
    }
    List<Table> parents = parents(old, from);
    var columns = new ArrayList<Column>(old.columns());
    inherited(parents).filter(each -> old.findColumn(each.name()).isEmpty()).forEach(columns::add);
    var constraints = new ArrayList<>(old.constraints());
    now.constraints().stream().filter(each -> has(parents, each)).forEach(constraints::add);
    var indexes = new ArrayList<>(old.indexes());
    now.indexes().stream().filter(each -> has(parents, each)).forEach(indexes::add);
    return old.withOptions(old.options().stream().filter(words -> !kin(words)).toList())
        .withColumns(columns)
        .withConstraints(constraints.stream().distinct().toList())
        .withIndexes(indexes.stream().distinct().toList());
  }

  private Table joined(Table alone) {
    Table worded = alone.withOptions(now.options());
    return switch (Kin.of(now)) {
      case Kin.Alone none -> worded;
      case Kin.Heir heir -> heir(worded);
      case Kin.Partition partition -> bare(worded);
      case Kin.Typed typed -> bare(worded);
    };
  }

  private Table bare(Table worded) {
    return worded
        .withColumns(List.of())
        .withConstraints(worded.constraints().stream().filter(now.constraints()::contains).toList())
        .withIndexes(worded.indexes().stream().filter(now.indexes()::contains).toList());
  }

  /** PostgreSQL has no way to make a column that is a table's own one that it only inherits. */
  private Table heir(Table worded) {
    worded.columns().stream()
        .filter(column -> now.findColumn(column.name()).isEmpty())
        .filter(column ->
            parents(now, then).stream()
                .anyMatch(each -> each.findColumn(column.name()).isPresent()))
        .findFirst()
        .ifPresent(this::refuse);
    return worded;
  }

  private void refuse(Column column) {
    throw new RefusedException(
        ("PostgreSQL cannot make column %s of table %s one that it only inherits; declare the column"
                + " in the table as well, or make a new table, copy the rows, and drop the old one")
            .formatted(column.name(), now.name()));
  }

  private Stream<Column> inherited(List<Table> parents) {
    Stream<Column> given = parents.stream().flatMap(parent -> parent.columns().stream());
    return Kin.of(old) instanceof Kin.Typed(var type) ? attributes(type) : given;
  }

  private Stream<Column> attributes(String type) {
    return from.all(Opaque.class)
        .filter(each -> each.objectKind().equals("type"))
        .filter(each -> InPlace.typeName(each.definition()).equals(type))
        .flatMap(each -> InPlace.attributes(each.definition()).stream())
        .flatMap(name -> now.findColumn(name).stream());
  }

  private static List<Table> parents(Table heir, Schema among) {
    List<String> names =
        switch (Kin.of(heir)) {
          case Kin.Heir(var parents) -> parents;
          case Kin.Partition(var parent, var bound) -> List.of(parent);
          case Kin.Alone none -> List.of();
          case Kin.Typed typed -> List.of();
        };
    return among.tables().filter(table -> names.contains(spelled(table))).toList();
  }

  private static String spelled(Table table) {
    return Kin.spelled(table.name());
  }

  private static boolean kin(String words) {
    return WORDS.stream().anyMatch(words::startsWith);
  }

  private static boolean has(List<Table> parents, Constraint constraint) {
    Constraint wanted = PartRenames.nameless(constraint);
    return parents.stream()
        .flatMap(parent -> parent.constraints().stream())
        .map(PartRenames::nameless)
        .anyMatch(wanted::equals);
  }

  private static boolean has(List<Table> parents, Index index) {
    return parents.stream()
        .flatMap(parent -> parent.indexes().stream())
        .map(each -> each.named(""))
        .anyMatch(index.named("")::equals);
  }
}
