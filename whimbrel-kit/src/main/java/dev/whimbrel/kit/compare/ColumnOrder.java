package dev.whimbrel.kit.compare;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in another order in each of two schemas: columns of tables, attributes of types. */
public record ColumnOrder(Schema from, Schema to) {
  /** The parts of one thing that both schemas know, in the order of each. */
  private record Parts(ObjectName name, String there, String wanted) {
    static Parts of(ObjectName name, List<String> there, List<String> wanted) {
      return new Parts(name, common(there, wanted), common(wanted, there));
    }

    private static String common(List<String> parts, List<String> known) {
      return parts.stream().filter(known::contains).collect(joining(", ", "(", ")"));
    }

    boolean differ() {
      return !there.equals(wanted);
    }
  }

  /** A sentence that says so. It is no difference, since no database can put columns elsewhere. */
  public Optional<String> remark() {
    String remark =
        Stream.of(
                said("Columns", "a column", tables()), said("Attributes", "an attribute", types()))
            .flatMap(Optional::stream)
            .collect(joining("\n"));
    return Optional.of(remark).filter(words -> !words.isEmpty());
  }

  private Stream<Parts> tables() {
    return to.tables()
        .flatMap(table ->
            from.findTable(table.name()).stream()
                .map(there ->
                    Parts.of(
                        table.name(),
                        there.columns().stream().map(Column::name).toList(),
                        table.columns().stream().map(Column::name).toList())));
  }

  private Stream<Parts> types() {
    return to.all(Opaque.class)
        .filter(type -> type.objectKind().equals("type"))
        .flatMap(type ->
            from.find(type.name()).stream()
                .flatMap(there -> there instanceof Opaque old ? Stream.of(old) : Stream.empty())
                .map(old -> Parts.of(type.name(), old.members(), type.members())));
  }

  private static Optional<String> said(String title, String part, Stream<Parts> all) {
    List<Parts> others = all.filter(Parts::differ).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(sentence(title, part, others));
  }

  private static String sentence(String title, String part, List<Parts> others) {
    String names =
        others.stream().map(Parts::name).map(ObjectName::toString).collect(joining(", "));
    Parts first = others.getFirst();
    return "%s stand in another order in %s: %s instead of %s%s. That counts as no difference, since no database moves %s."
        .formatted(
            title,
            names,
            first.wanted(),
            first.there(),
            others.size() == 1 ? "" : " in " + first.name(),
            part);
  }
}
