package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a thing of Drizzle's snapshots touches when it comes or goes, in marks such as {@code
 * n|col|public.users.id}: {@code s} is the thing itself, {@code n} its name, {@code e} that it is
 * there.
 *
 * @param entity as a snapshot has it
 */
record DrizzleFootprint(Json entity) {
  /** The thing itself, its name, that it is there, and names that it shares with other kinds. */
  List<String> whole() {
    String own = mark() + "|" + path();
    var marks = new ArrayList<>(List.of("s|" + own, "n|" + own, "e|" + own));
    marks.addAll(sharedNames());
    return marks;
  }

  /** What has to be there, and to keep its name, for the thing to come. */
  List<String> needs() {
    return switch (type()) {
      case "tables", "enums", "views" -> List.of(namespace());
      case "columns" -> with(under(), enumType());
      case "indexes" -> with(under(), columns("n", plainColumns()));
      case "fks" -> with(with(under(), columns("n", names("columns"))), referenced());
      default -> with(under(), columns("n", names("columns")));
    };
  }

  /** What has to be there for the thing to go. */
  List<String> leaves() {
    return switch (type()) {
      case "tables", "enums", "views" -> List.of(namespace());
      case "columns" -> under();
      case "indexes" ->
          with(
              unique().isEmpty() ? List.of("e|tbl|" + table(), namespace()) : under(),
              columns("e", plainColumns()));
      default -> with(under(), columns("e", names("columns")));
    };
  }

  /** That values are told apart, on which foreign keys rely. */
  List<String> unique() {
    boolean index = type().equals("indexes") && isWhollyUnique();
    if (!index && !type().equals("pks") && !type().equals("uniques")) {
      return List.of();
    }
    return List.of(uniqueness(table(), index ? plainColumns() : names("columns")));
  }

  List<String> target() {
    return switch (type()) {
      case "tables" -> List.of("table", part("schema"), part("name"));
      case "columns" -> List.of("column", part("schema"), part("table"), part("name"));
      case "indexes" -> List.of("index", part("schema"), part("table"), part("name"));
      case "enums" -> List.of("enum", part("schema"), part("name"));
      case "views" -> List.of("view", part("schema"), part("name"));
      default -> List.of("table", part("schema"), part("table"));
    };
  }

  String type() {
    return part("entityType");
  }

  /** The table to which it belongs, or which it is. */
  String table() {
    return part("schema") + "." + (type().equals("tables") ? part("name") : part("table"));
  }

  String path() {
    return switch (type()) {
      case "tables", "enums", "views", "indexes" -> part("schema") + "." + part("name");
      case "pks" -> table();
      default -> table() + "." + part("name");
    };
  }

  List<String> under() {
    return List.of("n|tbl|" + table(), namespace());
  }

  /** The enum of a column, as long as it is called so. */
  List<String> enumType() {
    String namespace = part("typeSchema");
    return namespace.isEmpty() ? List.of() : List.of("n|enum|" + namespace + "." + part("type"));
  }

  /** Its name among those of tables, indexes and the like. */
  String relation() {
    return "n|rel|" + part("schema") + "." + part("name");
  }

  private String mark() {
    return switch (type()) {
      case "tables" -> "tbl";
      case "columns" -> "col";
      case "indexes" -> "idx";
      case "fks" -> "fk";
      case "pks" -> "pk";
      case "uniques" -> "uq";
      case "checks" -> "ck";
      case "enums" -> "enum";
      default -> "view";
    };
  }

  private List<String> sharedNames() {
    String constraint = "n|con|" + table() + "." + part("name");
    return switch (type()) {
      case "tables", "views" -> List.of(relation(), "n|type|" + path());
      case "indexes" -> List.of(relation());
      case "enums" -> List.of("n|type|" + path());
      case "pks", "uniques" -> List.of(constraint, relation());
      case "fks", "checks" -> List.of(constraint);
      default -> List.of();
    };
  }

  private List<String> referenced() {
    String other = part("schemaTo") + "." + part("tableTo");
    var marks = new ArrayList<>(List.of("n|tbl|" + other, "n|sch|" + part("schemaTo")));
    names("columnsTo").forEach(column -> marks.add("n|col|" + other + "." + column));
    marks.add(uniqueness(other, names("columnsTo")));
    return marks;
  }

  private static String uniqueness(String table, List<String> columns) {
    return "e|uniqueness|" + table + "." + String.join(".", columns.stream().sorted().toList());
  }

  private boolean isWhollyUnique() {
    return entity.member("isUnique").equals(Optional.of(new Json.Truth(true)))
        && entity.text("where").isEmpty()
        && plainColumns().size() == entity.items("columns").size();
  }

  private List<String> plainColumns() {
    return entity.items("columns").stream()
        .filter(each -> each.member("isExpression").equals(Optional.of(new Json.Truth(false))))
        .flatMap(each -> each.text("value").stream())
        .toList();
  }

  private List<String> names(String key) {
    return entity.items(key).stream()
        .filter(Json.Text.class::isInstance)
        .map(each -> ((Json.Text) each).value())
        .toList();
  }

  private List<String> columns(String letter, List<String> columns) {
    return columns.stream().map(column -> letter + "|col|" + table() + "." + column).toList();
  }

  private String namespace() {
    return "n|sch|" + part("schema");
  }

  private String part(String key) {
    return entity.text(key).orElse("");
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
