package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One table of a snapshot as Drizzle had it before its 1.0.
 *
 * @param drawn how the last snapshot has it
 * @param before what it was then
 */
record DrizzleTable(DrizzleWords words, Optional<Json> drawn, Optional<Table> before, Table after) {
  Json json() {
    return drawn.isPresent() && before.equals(Optional.of(after)) ? drawn.get() : anew();
  }

  private Json anew() {
    var pen = new DrizzlePen(words, after);
    var members = new Members().text("name", after.name().name());
    if (!words.sqlite()) {
      members.text("schema", after.name().namespace());
    }
    members
        .with("columns", group("columns", DrizzleParts::columns, pen::column))
        .with("indexes", group("indexes", DrizzleParts::indexes, pen::index))
        .with("foreignKeys", group("foreignKeys", DrizzleParts::foreignKeys, pen::foreignKey))
        .with(
            "compositePrimaryKeys",
            group("compositePrimaryKeys", DrizzleParts::compositeKeys, pen::compositeKey))
        .with("uniqueConstraints", group("uniqueConstraints", DrizzleParts::uniques, pen::unique))
        .with("checkConstraints", group("checkConstraints", DrizzleParts::checks, pen::check));
    return (words.sqlite() ? members : guarded(members)).json();
  }

  /** Who may see which rows is nothing of ours: it stays as it was. */
  private Members guarded(Members members) {
    return members
        .with("policies", kept("policies").orElseGet(() -> new Json.Members(Map.of())))
        .with("isRLSEnabled", kept("isRLSEnabled").orElseGet(() -> new Json.Truth(false)));
  }

  /** The parts of one kind, of which those that did not change stay as they are drawn. */
  private <T> Json group(
      String key, Function<DrizzleParts, Map<String, T>> parts, Function<T, Json> pen) {
    Map<String, T> old = before.map(DrizzleParts::new).map(parts).orElse(Map.of());
    var members = new LinkedHashMap<String, Json>();
    parts
        .apply(new DrizzleParts(after))
        .forEach((name, part) -> {
          Optional<Json> kept =
              part.equals(old.get(name))
                  ? kept(key).flatMap(all -> all.member(name))
                  : Optional.empty();
          members.put(name, kept.orElseGet(() -> pen.apply(part)));
        });
    return new Json.Members(members);
  }

  private Optional<Json> kept(String key) {
    return drawn.flatMap(table -> table.member(key));
  }
}
