package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The snapshot that follows: what is different where Drizzle keeps that, else all there is. */
  Json next(Optional<Json> previous, NewMigration migration) {
    boolean differences = previous.flatMap(base -> base.text("type")).isPresent();
    return differences ? difference(previous.orElseThrow(), migration) : whole(previous, migration);
  }

  /** What the migration takes away and what it adds; a changed thing is both. */
  private Json difference(Json base, NewMigration migration) {
    var pen = new EntityPen(new DrizzleWords(sqlite(), true));
    Map<String, EntityPen.Entity> before = pen.entities(migration.before().schema());
    Map<String, EntityPen.Entity> after = pen.entities(migration.after().schema());
    var deltas = new ArrayList<Json>();
    before.forEach((key, entity) -> {
      if (!entity.isSameAs(after.get(key))) {
        deltas.add(new Members().text("op", "drop").text("key", drizzleKey(entity.json())).json());
      }
    });
    after.forEach((key, entity) -> {
      if (!entity.isSameAs(before.get(key))) {
        deltas.add(new Members().text("op", "create").with("row", entity.json()).json());
      }
    });
    return new Members()
        .text("type", "diff")
        .text("version", base.text("version").orElse("9"))
        .text("dialect", base.text("dialect").orElse("postgres"))
        .text("id", DrizzleDrawing.uuid(migration))
        .texts("prevIds", List.of(base.text("id").orElse(DrizzleDrawing.NONE)))
        .with("footprints", new DrizzleFootprints(before, after).json())
        .with("deltas", new Json.Items(deltas))
        .json();
  }

  /** As Drizzle tells a thing from all others. */
  private static String drizzleKey(Json entity) {
    String type = entity.text("entityType").orElse("");
    return type
        + Stream.of("schema", "table", "name")
            .flatMap(part -> entity.text(part).stream())
            .map(part -> new Json.Text(part).indented())
            .collect(Collectors.joining(",", "\0[", "]"));
  }

  private Json whole(Optional<Json> previous, NewMigration migration) {
    Json base = previous.orElseGet(() -> new Json.Members(Map.of()));
    Map<String, Json> members = new LinkedHashMap<>(((Json.Members) skeleton(base)).map());
    members.put("id", new Json.Text(DrizzleDrawing.uuid(migration)));
    members.put("prevIds", Members.texts(List.of(base.text("id").orElse(DrizzleDrawing.NONE))));
    members.put("ddl", new Json.Items(entities(base, migration, previous.isPresent())));
    members.computeIfPresent("footprints", (key, old) -> footprints(migration));
    members.computeIfPresent("renames", (key, old) -> new Json.Items(List.of()));
    return new Json.Members(members);
  }

  private Json footprints(NewMigration migration) {
    var pen = new EntityPen(new DrizzleWords(sqlite(), true));
    return new DrizzleFootprints(
            pen.entities(migration.before().schema()), pen.entities(migration.after().schema()))
        .json();
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
    var pen = new EntityPen(new DrizzleWords(sqlite(), true));
    Map<String, EntityPen.Entity> old = pen.entities(before);
    var entities = new ArrayList<Json>();
    drawn.values().stream()
        .filter(entity -> FOREIGN.contains(entity.text("entityType").orElse("")))
        .forEach(entities::add);
    pen.entities(migration.after().schema())
        .forEach((key, entity) -> {
          boolean same = entity.isSameAs(old.get(key));
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
