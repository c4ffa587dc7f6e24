package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.Set;

/**
 * What one database has beside all others, as text in which {@code {column}}, {@code {table}} and
 * {@code {name}} stand for names in quotes.
 */
public sealed interface Extra {
  /**
   * A constraint in the database's own words.
   *
   * @param required whether it needs a column that may not be null
   */
  record Clause(String text, boolean required) implements Extra {
    Constraint on(Column column) {
      return new Constraint.Verbatim("", text.replace("{column}", Text.quoted(column.name())));
    }
  }

  /** What a view does when somebody writes to it. */
  record Reacting(String definition, String removal) implements Extra {
    Opaque on(View view, String name) {
      return new Opaque(
          ObjectName.of("trigger " + name + " on " + view.name().name()),
          "trigger",
          filled(definition, view, name),
          filled(removal, view, name),
          Set.of(view.name()));
    }

    private static String filled(String text, View view, String name) {
      return text.replace("{view}", Text.quoted(view.name().name())).replace("{name}", name);
    }
  }

  /**
   * An object that is carried as SQL.
   *
   * @param kind what it is, which begins its title
   * @param onTable whether its title ends with its table
   */
  record Carried(String kind, boolean onTable, String definition, String removal) implements Extra {
    Opaque on(Table table, Column column, String name) {
      String title = kind + " " + name + (onTable ? " on " + table.name().name() : "");
      return new Opaque(
          ObjectName.of(title),
          kind,
          filled(definition, table, column, name),
          filled(removal, table, column, name),
          Set.of(table.name()));
    }

    private static String filled(String text, Table table, Column column, String name) {
      return text.replace("{column}", Text.quoted(column.name()))
          .replace("{table}", Text.quoted(table.name().name()))
          .replace("{name}", name);
    }
  }
}
