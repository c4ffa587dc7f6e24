package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.RequirementName;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.List;
import java.util.Optional;

/** The names that NOT NULL has since PostgreSQL 18, where they are not the usual ones. */
final class RequirementNames {
  private static final int FIRST_VERSION = 180_000;

  private static final String QUERY =
      """
      SELECT :namespace AS namespace, c.relname AS name, a.attname AS required, con.conname AS said,
        con.connoinherit AS alone
      FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = con.conkey[1]
      WHERE con.contype = 'n' AND con.convalidated AND con.conislocal AND a.attislocal
        AND (con.connoinherit OR con.conname <> c.relname || '_' || a.attname || '_not_null')
        AND c.relkind IN ('r', 'p') AND c.reloftype = 0 AND :ours AND :own_class
      """;

  private RequirementNames() {}

  static List<Opaque> read(Catalog catalog) {
    return catalog.version() < FIRST_VERSION
        ? List.of()
        : catalog.rows(QUERY).stream().flatMap(row -> opaque(row).stream()).toList();
  }

  private static Optional<Opaque> opaque(Row row) {
    ObjectName table = Catalog.name(row);
    return new RequirementName(table, row.text("required"), row.text("said"), !row.flag("alone"))
        .opaque();
  }
}
