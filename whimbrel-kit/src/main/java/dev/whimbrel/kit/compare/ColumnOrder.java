package dev.whimbrel.kit.compare;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of two schemas whose columns stand in another order in each. */
public record ColumnOrder(Schema from, Schema to) {
  /** A sentence that says so. It is no difference, since no database can put columns elsewhere. */
  public Optional<String> remark() {
    List<Table> others = to.tables().filter(this::differs).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(sentence(others));
  }

  private String sentence(List<Table> others) {
    String names =
        others.stream().map(Table::name).map(ObjectName::toString).collect(joining(", "));
    Table first = others.getFirst();
    Table there = from.table(first.name());
    return "Columns stand in another order in %s: %s instead of %s%s. That counts as no difference, since no database moves a column."
        .formatted(
            names,
            common(first, there),
            common(there, first),
            others.size() == 1 ? "" : " in " + first.name());
  }

  private boolean differs(Table table) {
    return from.findTable(table.name())
        .filter(there -> !common(table, there).equals(common(there, table)))
        .isPresent();
  }

  private static String common(Table table, Table other) {
    Set<String> known = other.columns().stream().map(Column::name).collect(toSet());
    return table.columns().stream()
        .map(Column::name)
        .filter(known::contains)
        .collect(joining(", ", "(", ")"));
  }
}
