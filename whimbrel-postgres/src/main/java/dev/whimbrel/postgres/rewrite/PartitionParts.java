package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.postgres.spell.KeyText;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.PartitionIndexName;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys and indexes that a partition has because the tables above it have them, under the names
 * that PostgreSQL gives them, or that they were left with.
 */
record PartitionParts(Table partition, List<Table> above, Schema from, Schema then) {
  PartitionParts {
    above = Kin.of(partition) instanceof Kin.Partition ? List.copyOf(above) : List.of();
  }

  List<Constraint> keys() {
    var taken = new HashSet<String>();
    return above.stream()
        .flatMap(table -> table.constraints().stream())
        .flatMap(each -> key(each, taken).stream())
        .toList();
  }

  List<Index> indexes() {
    var taken = new HashSet<String>();
    var indexes = new ArrayList<Index>();
    above.stream()
        .flatMap(table -> table.indexes().stream())
        .forEach(each -> {
          String usual = free(PartitionIndexName.usual(partition.name(), each), taken);
          indexes.add(each.named(leftOver(each.name()).orElse(usual)));
        });
    return indexes;
  }

  private Optional<Constraint> key(Constraint constraint, Set<String> taken) {
    return KeyText.of(constraint)
        .map(key -> {
          String usual = free(key.usualName(partition.name().name()), taken);
          return named(constraint, leftOver(constraint.name()).orElse(usual));
        });
  }

  private static Constraint named(Constraint key, String name) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> new Constraint.PrimaryKey(name, primary.columns());
      case Constraint.Unique unique ->
          new Constraint.Unique(name, unique.columns(), unique.nullsNotDistinct());
      case Constraint.Verbatim words -> new Constraint.Verbatim(name, words.definition());
      default -> key;
    };
  }

  private Optional<String> leftOver(String index) {
    return PartitionIndexName.leftOver(partition.name(), index, from, then);
  }

  private static String free(String usual, Set<String> taken) {
    String name = usual;
    for (int number = 1; !taken.add(name); number++) {
      name = usual + number;
    }
    return name;
  }
}
