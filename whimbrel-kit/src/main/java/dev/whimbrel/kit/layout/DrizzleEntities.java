package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drizzle's snapshots since its 1.0: a flat list of things. What a migration leaves alone keeps the
 * words in which Drizzle wrote it; the rest is drawn anew.
 *
 * @param dialect the name of the database
 */
record DrizzleEntities(String dialect) {
  /** Things that are not in our schema or only as SQL: Drizzle's own words for them stay. */
  private static final List<String> FOREIGN =
      List.of("roles", "policies", "privileges", "sequences", "schemas");

  /** The snapshot that follows. */
  Json next(Optional<Json> previous, NewMigration migration) {
    Json base = previous.orElseGet(() -> new Json.Members(Map.of()));
    Map<String, Json> members = new LinkedHashMap<>(((Json.Members) skeleton(base)).map());
    members.put("id", new Json.Text(DrizzleDrawing.uuid(migration)));
    members.put("prevIds", Members.texts(List.of(base.text("id").orElse(DrizzleDrawing.NONE))));
    members.put("ddl", new Json.Items(entities(base, migration, previous.isPresent())));
    members.computeIfPresent("footprints", (key, old) -> new Json.Items(List.of()));
    members.computeIfPresent("renames", (key, old) -> new Json.Items(List.of()));
    return new Json.Members(members);
  }

  private boolean sqlite() {
    return dialect.equals("sqlite");
  }

  private Json skeleton(Json base) {
    if (base.text("version").isPresent()) {
      return base;
    }
    var members = new Members();
    if (!sqlite()) {
      members.text("type", "base");
    }
    members.text("version", sqlite() ? "7" : "9");
    members.text("dialect", sqlite() ? "sqlite" : "postgres").text("id", "");
    members.with("prevIds", new Json.Items(List.of()));
    if (!sqlite()) {
      members.with("footprints", new Json.Items(List.of()));
    }
    members.with("ddl", new Json.Items(List.of()));
    return (sqlite() ? members.with("renames", new Json.Items(List.of())) : members).json();
  }

  private List<Json> entities(Json base, NewMigration migration, boolean known) {
    Map<String, Json> drawn = new LinkedHashMap<>();
    base.items("ddl").forEach(entity -> drawn.put(key(entity), entity));
    Schema before = known ? migration.before().schema() : Schema.empty();
    var pen = new EntityPen(new DrizzleWords(sqlite()));
    Map<String, EntityPen.Entity> old = pen.entities(before);
    var entities = new ArrayList<Json>();
    drawn.values().stream()
        .filter(entity -> FOREIGN.contains(entity.text("entityType").orElse("")))
        .forEach(entities::add);
    pen.entities(migration.after().schema())
        .forEach((key, entity) -> {
          EntityPen.Entity then = old.get(key);
          boolean same = then != null && then.part().equals(entity.part());
          entities.add(same && drawn.containsKey(key) ? drawn.get(key) : entity.json());
        });
    return entities;
  }

  static String key(Json entity) {
    return String.join(
        "|",
        entity.text("entityType").orElse(""),
        entity.text("schema").orElse(""),
        entity.text("table").orElse(""),
        entity.text("name").orElse(""));
  }
}
