package dev.whimbrel.postgres.observe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The relations that are there before a statement, by their numbers in the catalogue. */
record Relations(Map<String, Relation> all) {
  /** One of them. */
  record Relation(String name, String kind, String table, long file) {
    boolean isIndex() {
      return kind.equals("index");
    }

    boolean isTable() {
      return kind.equals("table");
    }
  }

  /** Those of some objects that are relations, in the order of their names. */
  static Relations of(Map<String, CatalogObject> objects) {
    var all = new LinkedHashMap<String, Relation>();
    objects.entrySet().stream()
        .filter(each -> !each.getValue().owner().isEmpty())
        .sorted(Comparator.comparing(each -> each.getValue().name()))
        .forEach(each -> all.put(each.getKey().substring(1), relation(each.getValue())));
    return new Relations(all);
  }

  private static Relation relation(CatalogObject object) {
    return new Relation(object.name(), object.kind(), object.owner(), object.file());
  }

  /** Those of them that lie in another file later; an index may be another one of its name. */
  List<String> rewritten(Relations later) {
    var indexes = new HashMap<String, Relation>();
    later.all().values().stream()
        .filter(Relation::isIndex)
        .forEach(each -> indexes.put(each.name(), each));
    return all.entrySet().stream()
        .filter(each ->
            moved(
                each.getValue(),
                later.all().getOrDefault(each.getKey(), indexes.get(each.getValue().name()))))
        .map(each -> each.getValue().name())
        .toList();
  }

  private static boolean moved(Relation before, @Nullable Relation later) {
    return later != null
        && later.kind().equals(before.kind())
        && later.file() != before.file()
        && before.file() != 0
        && later.file() != 0;
  }

  /** Those of them that were read in full between two counts, once for each time. */
  List<String> scanned(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .filter(each -> all.containsKey(each.getKey()))
        .flatMap(each ->
            Stream.generate(() -> name(each.getKey()))
                .limit(each.getValue() - before.getOrDefault(each.getKey(), 0L)))
        .sorted()
        .toList();
  }

  String name(String oid) {
    Relation relation = all.get(oid);
    return relation == null ? oid : relation.name();
  }
}
