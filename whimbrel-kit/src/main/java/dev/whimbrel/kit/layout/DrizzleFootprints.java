package dev.whimbrel.kit.layout;

import dev.whimbrel.kit.layout.EntityPen.Entity;
import dev.whimbrel.migrate.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each change of a migration writes and reads, by which Drizzle's own tool finds out whether
 * two branches go together.
 */
final class DrizzleFootprints {
  /** What comes and goes with its table. */
  private static final Set<String> OF_TABLE = Set.of("columns", "pks", "uniques", "checks");

  private final Map<String, Entity> before;
  private final Map<String, Entity> after;
  private final Set<String> tablesBefore;
  private final Set<String> tablesAfter;
  private final List<Json> found = new ArrayList<>();

  DrizzleFootprints(Map<String, Entity> before, Map<String, Entity> after) {
    this.before = before;
    this.after = after;
    this.tablesBefore = tables(before);
    this.tablesAfter = tables(after);
  }

  Json json() {
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.forEach(key -> compare(before.get(key), after.get(key)));
    return new Json.Items(found);
  }

  private void compare(@Nullable Entity old, @Nullable Entity next) {
    if (old != null && next != null) {
      if (!old.isSameAs(next)) {
        change(new DrizzleFootprint(old.json()), new DrizzleFootprint(next.json()));
      }
    } else if (next != null) {
      come(new DrizzleFootprint(next.json()));
    } else if (old != null) {
      go(new DrizzleFootprint(old.json()));
    }
  }

  private void change(DrizzleFootprint old, DrizzleFootprint next) {
    switch (next.type()) {
      case "columns" -> alter(old, next);
      case "enums" ->
          add("alter_enum", next, List.of("s|enum|" + next.path()), next.needs(), List.of());
      // a table differs where its parts do, and they speak for themselves
      case "tables" -> {}
      default -> {
        go(old);
        come(next);
      }
    }
  }

  private void come(DrizzleFootprint thing) {
    boolean withTable =
        tablesAfter.contains(thing.table()) && !tablesBefore.contains(thing.table());
    if (thing.type().equals("tables")) {
      comeWhole(thing);
    } else if (!withTable || !OF_TABLE.contains(thing.type())) {
      add(
          verb("create", thing),
          thing,
          thing.whole(),
          with(thing.needs(), mentioned("n", thing, after)),
          List.of());
    }
  }

  /** A table with what is written between its parentheses. */
  private void comeWhole(DrizzleFootprint table) {
    var writes = new ArrayList<>(table.whole());
    var reads = new ArrayList<>(table.needs());
    after.values().stream()
        .map(each -> new DrizzleFootprint(each.json()))
        .filter(each -> OF_TABLE.contains(each.type()) && each.table().equals(table.table()))
        .forEach(each -> {
          switch (each.type()) {
            case "pks", "uniques" -> writes.add(each.relation());
            case "columns" -> reads.addAll(each.enumType());
            default -> {}
          }
        });
    add("create_table", table, writes, reads, List.of());
  }

  private void go(DrizzleFootprint thing) {
    boolean withTable =
        tablesBefore.contains(thing.table()) && !tablesAfter.contains(thing.table());
    if (thing.type().equals("tables") || !withTable) {
      List<String> reads = with(thing.leaves(), mentioned("e", thing, before));
      add(verb("drop", thing), thing, thing.whole(), reads, thing.unique());
    }
  }

  /** The columns of its table that a check speaks of. */
  private static List<String> mentioned(
      String letter, DrizzleFootprint thing, Map<String, Entity> state) {
    if (!thing.type().equals("checks")) {
      return List.of();
    }
    Set<String> words = Set.copyOf(List.of(thing.entity().text("value").orElse("").split("\\W+")));
    return state.values().stream()
        .map(each -> new DrizzleFootprint(each.json()))
        .filter(each -> each.type().equals("columns") && each.table().equals(thing.table()))
        .filter(each -> words.contains(each.entity().text("name").orElse("")))
        .map(each -> letter + "|col|" + each.path())
        .toList();
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Set<String> tables(Map<String, Entity> state) {
    return state.values().stream()
        .map(each -> new DrizzleFootprint(each.json()))
        .filter(each -> each.type().equals("tables"))
        .map(DrizzleFootprint::table)
        .collect(Collectors.toSet());
  }

  private void alter(DrizzleFootprint old, DrizzleFootprint next) {
    Set<String> properties = properties(old.entity(), next.entity());
    boolean typed = properties.contains("type") || properties.contains("default");
    add(
        "alter_column",
        next,
        properties.stream().map(each -> "s|colprop|" + next.path() + "." + each).toList(),
        Stream.of(next.under(), List.of("n|col|" + next.path()), typed ? next.enumType() : none())
            .flatMap(List::stream)
            .toList(),
        List.of());
  }

  private static List<String> none() {
    return List.of();
  }

  /** What is different; some of it takes more of the column with it. */
  private static Set<String> properties(Json old, Json next) {
    var taken = new LinkedHashMap<String, List<String>>();
    taken.put("notNull", List.of("notNull"));
    taken.put("default", List.of("default"));
    taken.put("type", List.of("type", "default"));
    taken.put("typeSchema", List.of("type", "default"));
    taken.put("dimensions", List.of("type", "default"));
    taken.put("generated", List.of("generated", "default"));
    taken.put("identity", List.of("identity", "default", "notNull"));
    var properties = new LinkedHashSet<String>();
    taken.forEach((member, all) -> {
      if (!old.member(member).equals(next.member(member))) {
        properties.addAll(all);
      }
    });
    return properties;
  }

  private static String verb(String verb, DrizzleFootprint thing) {
    String added = verb.equals("create") ? "add" : verb;
    return switch (thing.type()) {
      case "columns" -> added + "_column";
      case "pks" -> added + "_pk";
      case "uniques" -> added + "_unique";
      case "checks" -> added + "_check";
      case "indexes" -> verb + "_index";
      case "fks" -> verb + "_fk";
      case "enums" -> verb + "_enum";
      case "views" -> verb + "_view";
      default -> verb + "_table";
    };
  }

  private void add(
      String verb,
      DrizzleFootprint thing,
      List<String> writes,
      List<String> reads,
      List<String> shared) {
    var footprint =
        new Members()
            .text("statementType", verb)
            .texts("statementTarget", thing.target())
            .texts("writes", writes)
            .texts("reads", reads);
    found.add((shared.isEmpty() ? footprint : footprint.texts("sharedWrites", shared)).json());
  }
}
