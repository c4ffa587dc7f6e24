package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The parts of a table on columns that it has only from its family. */
final class HeldParts {
  private HeldParts() {}

  /**
   * What stands on columns that the table only inherits in its family: these are made anew on the
   * way into it, and it with them.
   */
  static List<Change> of(Table related, Table whole) {
    if (!(Kin.of(related) instanceof Kin.Heir)) {
      return List.of();
    }
    List<String> adopted =
        whole.columns().stream()
            .map(Column::name)
            .filter(name -> related.findColumn(name).isEmpty())
            .toList();
    var held = new ArrayList<Change>();
    related.constraints().stream()
        .filter(each -> whole.constraints().contains(each) && speaks(each, adopted))
        .forEach(each -> held.add(new Change.AddConstraint(related.name(), each)));
    related.indexes().stream()
        .filter(each -> whole.indexes().contains(each) && speaks(each, adopted))
        .forEach(each -> held.add(new Change.AddIndex(related.name(), each)));
    return held;
  }

  private static boolean speaks(Constraint constraint, List<String> columns) {
    String words =
        switch (constraint) {
          case Constraint.Check(var name, var condition) -> condition.sql();
          case Constraint.Verbatim(var name, var definition) -> definition;
          default -> "";
        };
    return columns.stream()
        .anyMatch(each -> constraint.columns().contains(each) || Disturbance.mentions(words, each));
  }

  private static boolean speaks(Index index, List<String> columns) {
    return columns.stream()
        .anyMatch(each ->
            index.columns().contains(each)
                || index.include().contains(each)
                || index
                    .where()
                    .filter(where -> Disturbance.mentions(where.sql(), each))
                    .isPresent()
                || index.parts().stream()
                    .anyMatch(
                        part -> part.expression() && Disturbance.mentions(part.text(), each)));
  }

  /** The table without these parts. */
  static Table without(List<Change> held, Table table) {
    Table bare = table;
    for (Change each : held) {
      bare = each.inverse().applyTo(Schema.of(bare)).table(bare.name());
    }
    return bare;
  }
}
