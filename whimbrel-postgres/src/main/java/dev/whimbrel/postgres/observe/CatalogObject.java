package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Row;

/**
 * An object of a database as it stands in the catalogue.
 *
 * @param print what is compared to see whether it changed
 * @param owner of an index the table, else itself, where it is a relation
 * @param file where a relation lies, or 0
 */
record CatalogObject(String kind, String name, String print, String owner, long file) {
  static CatalogObject of(Row row) {
    return new CatalogObject(
        row.text("kind"),
        row.text("shown"),
        row.find("print").orElse(""),
        row.text("owner"),
        row.number("file"));
  }

  String shown() {
    return kind + " " + name;
  }

  /** Whether its name stands in those of others, such as its columns. */
  boolean namesOthers() {
    return !owner.isEmpty() || kind.equals("type") || kind.equals("schema");
  }
}
