package dev.whimbrel.plan;

import static dev.whimbrel.plan.Footprint.both;
import static java.util.stream.Collectors.toSet;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import java.util.Set;
import java.util.stream.Stream;

/** What it touches that a table leaves its family or joins one. */
final class FamilyFootprint {
  private FamilyFootprint() {}

  static Footprint leaving(Table related, Table alone) {
    Set<String> reshapes = both(adopted(alone, related), Set.of(Footprint.spoken(alone.name())));
    return new Footprint(
        left(related, alone), Set.of(), reshapes, Set.of(), Leaning.leans(related));
  }

  static Footprint joining(Table alone, Table related) {
    return new Footprint(
        Set.of(), Set.of(), adopted(alone, related), awaited(alone, related), Set.of());
  }

  /** Its columns as they are going to be, its relatives, and the rules that it shares with them. */
  private static Set<String> awaited(Table alone, Table related) {
    ObjectName table = related.name();
    Set<String> rules =
        alone.constraints().stream()
            .filter(each -> Family.shares(alone, related, each))
            .map(each -> Footprint.part(table, each.name()))
            .collect(toSet());
    return both(
        both(rules, Leaning.relatives(related)),
        Set.of(Footprint.object(table), Footprint.columns(table)));
  }

  /** The parts that a table has of its own only after it left. */
  private static Set<String> left(Table related, Table alone) {
    return Stream.concat(
            alone.constraints().stream()
                .filter(each -> Family.shares(alone, related, each))
                .map(Constraint::name),
            alone.indexes().stream()
                .filter(each -> !related.indexes().contains(each))
                .map(Index::name))
        .map(part -> Footprint.own(alone.name(), part))
        .collect(toSet());
  }

  /** Columns that the table has only from its parents there, for which they are made anew. */
  private static Set<String> adopted(Table alone, Table related) {
    return alone.columns().stream()
        .filter(column -> Family.inherits(related) && related.findColumn(column.name()).isEmpty())
        .map(column -> Footprint.column(related.name(), column.name()))
        .collect(toSet());
  }
}
