package dev.whimbrel.sqlite.inspect;

import dev.whimbrel.dialect.Row;

/** One row of sqlite_schema that has text. */
record KeptObject(String type, String name, String table, String sql) {
  static KeptObject of(Row row) {
    return new KeptObject(
        row.text("type"), row.text("name"), row.text("tbl_name"), row.text("sql"));
  }

  boolean virtual() {
    return sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
  }
}
