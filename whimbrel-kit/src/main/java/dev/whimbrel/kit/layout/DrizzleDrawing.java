package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Drizzle's snapshots before its 1.0. What a migration leaves alone keeps the words in which
 * Drizzle wrote it, so that Drizzle sees no difference; the rest is drawn anew.
 *
 * @param dialect the name of the database
 */
record DrizzleDrawing(String dialect) {
  static final String NONE = "00000000-0000-0000-0000-000000000000";

  /** The snapshot that follows. */
  Json next(Optional<Json> previous, NewMigration migration) {
    Json base = previous.orElseGet(() -> new Json.Members(Map.of()));
    Schema before = previous.isPresent() ? migration.before().schema() : Schema.empty();
    Schema after = migration.after().schema();
    Map<String, Json> members = new LinkedHashMap<>(((Json.Members) skeleton(base)).map());
    members.put("id", new Json.Text(uuid(migration)));
    members.put("prevId", new Json.Text(base.text("id").orElse(NONE)));
    members.put("tables", tables(base, before, after));
    members.put("enums", enums(base, before, after));
    members.put("views", views(base, before, after));
    if (!sqlite()) {
      members.put("schemas", schemas(base, after));
    }
    return new Json.Members(members);
  }

  /** Made of what it says, so that the same input gives the same files. */
  static String uuid(NewMigration migration) {
    String seed = migration.after().id() + migration.id();
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private boolean sqlite() {
    return dialect.equals("sqlite");
  }

  private Json skeleton(Json base) {
    if (base.text("version").isPresent()) {
      return base;
    }
    var members = new Members();
    members.text("id", "").text("prevId", "").text("version", sqlite() ? "6" : "7");
    members.text("dialect", dialect).empty("tables").empty("enums");
    if (!sqlite()) {
      members.empty("schemas").empty("sequences").empty("roles").empty("policies");
    }
    members.empty("views");
    members.with("_meta", new Members().empty("columns").empty("schemas").empty("tables").json());
    return (sqlite() ? members.with("internal", new Members().empty("indexes").json()) : members)
        .json();
  }

  private Json tables(Json base, Schema before, Schema after) {
    var tables = new LinkedHashMap<String, Json>();
    after
        .tables()
        .forEach(table -> {
          String key =
              sqlite()
                  ? table.name().name()
                  : DrizzleWords.namespace(table.name()) + "." + table.name().name();
          Optional<Json> drawn = base.member("tables").flatMap(all -> all.member(key));
          tables.put(
              key,
              new DrizzleTable(
                      new DrizzleWords(sqlite(), false),
                      drawn,
                      before.findTable(table.name()),
                      table)
                  .json());
        });
    return new Json.Members(tables);
  }

  private Json enums(Json base, Schema before, Schema after) {
    var enums = new LinkedHashMap<String, Json>();
    after
        .all(EnumType.class)
        .forEach(type -> {
          String key = DrizzleWords.namespace(type.name()) + "." + type.name().name();
          Optional<Json> drawn = base.member("enums").flatMap(all -> all.member(key));
          boolean same = before.find(type.name()).equals(Optional.of(type));
          enums.put(key, drawn.filter(each -> same).orElseGet(() -> drawn(type)));
        });
    return new Json.Members(enums);
  }

  private static Json drawn(EnumType type) {
    return new Members()
        .text("name", type.name().name())
        .text("schema", DrizzleWords.namespace(type.name()))
        .texts("values", type.labels())
        .json();
  }

  private Json views(Json base, Schema before, Schema after) {
    var views = new LinkedHashMap<String, Json>();
    after
        .all(View.class)
        .forEach(view -> {
          String key =
              sqlite()
                  ? view.name().name()
                  : DrizzleWords.namespace(view.name()) + "." + view.name().name();
          Optional<Json> drawn = base.member("views").flatMap(all -> all.member(key));
          boolean same = before.find(view.name()).equals(Optional.of(view));
          views.put(key, drawn.filter(each -> same).orElseGet(() -> drawn(view)));
        });
    return new Json.Members(views);
  }

  private Json drawn(View view) {
    var members = new Members().text("name", view.name().name());
    if (!sqlite()) {
      members.text("schema", DrizzleWords.namespace(view.name()));
    }
    members.empty("columns").text("definition", view.definition()).truth("isExisting", false);
    return (sqlite() ? members : members.truth("materialized", view.materialized())).json();
  }

  private static Json schemas(Json base, Schema after) {
    var names = new ArrayList<String>();
    after.objects().keySet().stream()
        .map(name -> name.namespace())
        .filter(name -> !name.isEmpty() && !name.equals("public") && !names.contains(name))
        .forEach(names::add);
    var members = new LinkedHashMap<String, Json>();
    List.of(base.member("schemas").orElseGet(() -> new Json.Members(Map.of())))
        .forEach(old -> {
          if (old instanceof Json.Members(var map)) {
            members.putAll(map);
          }
        });
    names.forEach(name -> members.putIfAbsent(name, new Json.Text(name)));
    return new Json.Members(members);
  }
}
