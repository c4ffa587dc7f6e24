package dev.whimbrel.sqlite.normalize;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.List;

/** What SQLite does not have; asking for it is refused, since leaving it out would be silent. */
final class Limits {
  void check(Schema schema) {
    for (SchemaObject object : schema.objects().values()) {
      refuse(!object.name().namespace().isEmpty(), object.title(), "namespaces", "leave it out");
      if (object instanceof Table table) {
        check(table);
      }
      refuse(
          object instanceof View view && view.materialized(),
          object.title(),
          "materialized views",
          "make it a view, or a table that triggers fill");
    }
  }

  private void check(Table table) {
    table.columns().forEach(column -> check(table, column));
    table.indexes().forEach(index -> check(table, index));
    table
        .constraints(Constraint.Verbatim.class)
        .forEach(verbatim ->
            refuse(
                verbatim.definition().regionMatches(true, 0, "EXCLUDE", 0, 7),
                table.title() + ", constraint " + verbatim.name(),
                "EXCLUDE constraints",
                "use a trigger"));
    table
        .constraints(Constraint.Unique.class)
        .forEach(unique ->
            refuse(
                unique.nullsNotDistinct(),
                table.title() + ", unique " + String.join(", ", unique.columns()),
                "NULLS NOT DISTINCT",
                "make the columns NOT NULL"));
  }

  private void check(Table table, Column column) {
    boolean counted =
        switch (column.value()) {
          case ValueSource.Identity identity -> true;
          case ValueSource.Serial serial -> true;
          case ValueSource.AutoIncrement counting -> true;
          case ValueSource.Default value -> false;
          case ValueSource.Generated value -> false;
          case ValueSource.Given given -> false;
        };
    boolean key =
        table
            .primaryKey()
            .filter(primary -> primary.columns().equals(List.of(column.name())))
            .isPresent();
    refuse(
        counted && !key,
        "column " + table.name() + "." + column.name(),
        "sequences other than on a primary key of one integer column",
        "make the column the primary key, or give it its values yourself");
  }

  private void check(Table table, Index index) {
    String title = "index " + index.name() + " on " + table.name();
    refuse(index.method().isPresent(), title, "index methods", "leave the method out");
    refuse(!index.include().isEmpty(), title, "INCLUDE", "make the columns part of the index");
    refuse(index.nullsNotDistinct(), title, "NULLS NOT DISTINCT", "make the columns NOT NULL");
    refuse(index.with().isPresent(), title, "storage parameters", "leave them out");
    for (Index.Part part : index.parts()) {
      refuse(part.nulls().isPresent(), title, "NULLS FIRST and NULLS LAST", "leave them out");
      refuse(part.operatorClass().isPresent(), title, "operator classes", "leave it out");
    }
  }

  private static void refuse(boolean asked, String where, String what, String advice) {
    if (asked) {
      throw new RefusedException(
          where + ": SQLite has no " + what + ". Nothing was changed; " + advice + ".");
    }
  }
}
