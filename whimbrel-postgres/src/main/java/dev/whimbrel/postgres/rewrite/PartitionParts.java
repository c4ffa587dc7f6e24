package dev.whimbrel.postgres.rewrite;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys and indexes that a partition has because the tables above it have them, under the names
 * that PostgreSQL gives them, or that they were left with.
 */
record PartitionParts(Table partition, List<Table> above, Schema schema) {
  private static final Pattern KEY =
      Pattern.compile("(PRIMARY KEY|UNIQUE)[^(]*\\(([^()]*)\\)(?: INCLUDE \\(([^()]*)\\))?.*");

  private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")+\"|[^\", ]+");

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
    return switch (constraint) {
      case Constraint.PrimaryKey(var name, var columns) ->
          Optional.of(new Constraint.PrimaryKey(named(name, columns, "pkey", taken), columns));
      case Constraint.Unique(var name, var columns, var nulls) ->
          Optional.of(new Constraint.Unique(named(name, columns, "key", taken), columns, nulls));
      case Constraint.Verbatim(var name, var words) ->
          KEY.matcher(words).results().findFirst().map(key -> verbatim(name, words, key, taken));
      default -> Optional.empty();
    };
  }

  private Constraint verbatim(String name, String words, MatchResult key, Set<String> taken) {
    List<String> columns =
        Stream.of(key.group(2), Optional.ofNullable(key.group(3)).orElse(""))
            .flatMap(list -> NAME.matcher(list).results())
            .map(found -> found.group().replaceAll("^\"|\"$", "").replace("\"\"", "\""))
            .toList();
    String label = key.group(1).equals("UNIQUE") ? "key" : "pkey";
    return new Constraint.Verbatim(named(name, columns, label, taken), words);
  }

  private String named(String above, List<String> columns, String label, Set<String> taken) {
    String usual = free(PartitionIndexName.usual(partition.name(), columns, label), taken);
    return leftOver(above).orElse(usual);
  }

  private Optional<String> leftOver(String index) {
    return PartitionIndexName.leftOver(partition.name(), index, schema);
  }

  private static String free(String usual, Set<String> taken) {
    String name = usual;
    for (int number = 1; !taken.add(name); number++) {
      name = usual + number;
    }
    return name;
  }
}
