package dev.whimbrel.postgres.inspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Map;

/** The constraints of all tables. */
final class Constraints {
  private static final String QUERY =
      """
      SELECT c.oid, con.conname AS name, con.contype AS kind, con.confdeltype, con.confupdtype,
        con.condeferrable, con.condeferred,
        CASE WHEN w.verbatim THEN CASE WHEN con.contype IN ('p', 'u')
          THEN regexp_replace(pg_get_constraintdef(con.oid), '( DEFERRABLE.*)?$', coalesce(' WITH ('
            || array_to_string(ic.reloptions, ', ') || ')', '') || '\\1')
          ELSE pg_get_constraintdef(con.oid) END END AS definition,
        CASE WHEN NOT w.verbatim THEN pg_get_expr(con.conbin, con.conrelid) END AS condition,
        r.relname AS target,
        CASE rn.nspname WHEN 'public' THEN '' ELSE rn.nspname END AS target_namespace,
        :nulls_not_distinct AS nulls_not_distinct,
        CASE WHEN cardinality(con.conkey) = 1 THEN (SELECT a.attname::text FROM pg_attribute a
            WHERE a.attrelid = con.conrelid AND a.attnum = con.conkey[1])
          ELSE (SELECT string_agg(a.attname, chr(31) ORDER BY k.place)
            FROM unnest(con.conkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.number) END AS columns,
        CASE WHEN con.confkey IS NULL THEN NULL WHEN cardinality(con.confkey) = 1 THEN (SELECT a.attname::text FROM pg_attribute a
            WHERE a.attrelid = con.confrelid AND a.attnum = con.confkey[1])
          ELSE (SELECT string_agg(a.attname, chr(31) ORDER BY k.place)
            FROM unnest(con.confkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.number) END AS referenced,
        w.verbatim
      FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype <> 'f'
        LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
        LEFT JOIN pg_class r ON r.oid = con.confrelid
        LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
        CROSS JOIN LATERAL (SELECT con.contype = 'x' OR NOT con.convalidated OR :period OR NOT :enforced
          OR con.contype = 'f' AND (con.confmatchtype <> 's' OR :delete_columns IS NOT NULL)
          OR con.contype = 'c' AND con.connoinherit
          OR con.contype IN ('p', 'u') AND (con.condeferrable OR i.indnatts <> i.indnkeyatts
            OR ic.reloptions IS NOT NULL)) w(verbatim)
      WHERE (con.contype IN ('p', 'u', 'c', 'f', 'x') OR :unchecked_requirement) AND con.conparentid = 0
        AND con.conislocal AND c.relkind IN ('r', 'p') AND :ours AND :own_class
      ORDER BY c.oid, position(con.contype IN 'pucxf'), con.conname
      """;

  private Constraints() {}

  static Map<Long, List<Constraint>> read(Catalog catalog) {
    return catalog.rows(QUERY).stream()
        .collect(groupingBy(row -> row.number("oid"), mapping(Constraints::constraint, toList())));
  }

  private static Constraint constraint(Row row) {
    String name = row.text("name");
    if (row.flag("verbatim")) {
      return new Constraint.Verbatim(name, row.text("definition"));
    }
    return switch (row.text("kind")) {
      case "p" -> new Constraint.PrimaryKey(name, Catalog.list(row, "columns"));
      case "u" ->
          new Constraint.Unique(name, Catalog.list(row, "columns"), row.flag("nulls_not_distinct"));
      case "f" -> foreignKey(row);
      default -> new Constraint.Check(name, new Expression(Text.unwrapped(row.text("condition"))));
    };
  }

  private static Constraint foreignKey(Row row) {
    return new Constraint.ForeignKey(
        row.text("name"),
        Catalog.list(row, "columns"),
        new ObjectName(row.text("target_namespace"), row.text("target")),
        Catalog.list(row, "referenced"),
        action(row.text("confdeltype")),
        action(row.text("confupdtype")),
        deferral(row));
  }

  private static Action action(String letter) {
    return switch (letter) {
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      default -> Action.NO_ACTION;
    };
  }

  private static Deferral deferral(Row row) {
    if (!row.flag("condeferrable")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return row.flag("condeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }
}
